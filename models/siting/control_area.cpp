#include "models/siting/control_area.hpp"

namespace verbund::siting {

std::string_view control_area(FederalState state) {
    switch (state.number) {
        case 8:  // Baden-Württemberg
            return "transnetbw";
        case 5:   // Nordrhein-Westfalen
        case 7:   // Rheinland-Pfalz
        case 10:  // Saarland
            return "amprion";
        case 1:  // Schleswig-Holstein
        case 3:  // Niedersachsen
        case 4:  // Bremen
        case 6:  // Hessen
        case 9:  // Bayern
            return "tennet";
        default:  // Hamburg, Berlin and the eastern states
            return "50hertz";
    }
}

}  // namespace verbund::siting
