#pragma once

/// What a study chooses among products, and who is taxed.
namespace verbund::economics {

/// Whose hypervisor runs the hosts.
enum class Hypervisor { vendor, open_source };

/// Licences of the guests' operating system that are bought for whole hosts.
enum class GuestLicences { none, windows_datacenter };

/// Which standby hosts are licensed.
enum class StandbyLicences { all, running };

/// Kind of line that joins an administration to the wide area.
enum class AccessProduct { administration_network, business_fibre };

/// By what the cost of a center is shared among those whose servers run there.
enum class ShareKey { servers, workplaces, inhabitants, equal };

/// When a public provider's services are taxed.
///
/// Paragraph 2b UStG applies at the latest from 2027; the exemption of cost-sharing groups (paragraph 4 Nr.
/// 29) can keep them free of tax.  Source: EY.
enum class ProviderVat { exempt, from_2027, always };

}  // namespace verbund::economics
