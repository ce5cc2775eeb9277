#include "models/economics/tariff.hpp"

namespace verbund::economics {

Served& Served::operator+=(const Served& more) {
    clients += more.clients;
    workplaces += more.workplaces;
    servers += more.servers;
    storage_tb += more.storage_tb;
    gbit_s += more.gbit_s;
    return *this;
}

Served Served::times(double part) const {
    return {clients * part, workplaces * part, servers * part, storage_tb * part, gbit_s * part};
}

double Tariff::bill_eur(const Served& served) const {
    return per_client_eur * served.clients + per_workplace_eur * served.workplaces +
           per_server_eur * served.servers + per_tb_eur * served.storage_tb + per_gbit_s_eur * served.gbit_s;
}

}  // namespace verbund::economics
