package org.convergence.platform.geography;

import java.util.Optional;
import org.convergence.platform.text.TextNormalizer;

/** The 17 administrative regions of Québec, in the order of their official numbers. Their names are not translated. */
public enum Region {
    BAS_SAINT_LAURENT("01", "Bas-Saint-Laurent"),
    SAGUENAY_LAC_SAINT_JEAN("02", "Saguenay–Lac-Saint-Jean"),
    CAPITALE_NATIONALE("03", "Capitale-Nationale"),
    MAURICIE("04", "Mauricie"),
    ESTRIE("05", "Estrie"),
    MONTREAL("06", "Montréal"),
    OUTAOUAIS("07", "Outaouais"),
    ABITIBI_TEMISCAMINGUE("08", "Abitibi-Témiscamingue"),
    COTE_NORD("09", "Côte-Nord"),
    NORD_DU_QUEBEC("10", "Nord-du-Québec"),
    GASPESIE_ILES_DE_LA_MADELEINE("11", "Gaspésie–Îles-de-la-Madeleine"),
    CHAUDIERE_APPALACHES("12", "Chaudière-Appalaches"),
    LAVAL("13", "Laval"),
    LANAUDIERE("14", "Lanaudière"),
    LAURENTIDES("15", "Laurentides"),
    MONTEREGIE("16", "Montérégie"),
    CENTRE_DU_QUEBEC("17", "Centre-du-Québec");

    private final String code;
    private final String officialName;

    Region(String code, String officialName) {
        this.code = code;
        this.officialName = officialName;
    }

    /** Two figures, {@code 01} to {@code 17}. */
    public String code() {
        return code;
    }

    /** The name as the government of Québec writes it, in every language. */
    public String officialName() {
        return officialName;
    }

    /** The region with a code, with or without its leading zero. */
    public static Optional<Region> findByCode(String code) {
        String wanted = code.length() == 1 ? "0" + code : code;
        for (Region region : values()) {
            if (region.code.equals(wanted)) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }

    /** The region with a name, whatever its accents, capitals and dashes. */
    public static Optional<Region> findByName(String name) {
        String wanted = TextNormalizer.fold(name);
        for (Region region : values()) {
            if (TextNormalizer.fold(region.officialName).equals(wanted)) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }
}
