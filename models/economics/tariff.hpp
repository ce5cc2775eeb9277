#pragma once

/// What a provider charges for its services.
namespace verbund::economics {

/// What a client has at a provider, over a year.
struct Served {
    double clients = 0.0;  ///< administrations
    double workplaces = 0.0;
    double servers = 0.0;  ///< VMs and physical servers
    double storage_tb = 0.0;
    double gbit_s = 0.0;  ///< peak of its users' traffic

    Served& operator+=(const Served& more);
    [[nodiscard]] Served times(double part) const;
};

/// Prices without tax, EUR for a year of each.
struct Tariff {
    double per_client_eur = 0.0;
    double per_workplace_eur = 0.0;
    double per_server_eur = 0.0;
    double per_tb_eur = 0.0;
    double per_gbit_s_eur = 0.0;

    /// Sum of price times quantity.
    [[nodiscard]] double bill_eur(const Served& served) const;
};

}  // namespace verbund::economics
