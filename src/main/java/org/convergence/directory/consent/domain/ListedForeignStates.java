package org.convergence.directory.consent.domain;

import java.util.Set;

/**
 * The states whose law may replace the Canadian one (R-CASL-16): the Schedule to SOR/2013-221 in force since
 * 2014-07-01, by ISO code. Mexico, Haiti, Cuba and Honduras are not among them.
 */
final class ListedForeignStates {

    private static final Set<String> CODES = Set.of(
            "AL", "AG", "AR", "AM", "AU", "AT", "AZ", "BS", "BH", "BD", "BB", "BY", "BE", "BZ", "BT", "BA", "BW", "BR",
            "VG", "BG", "BF", "MM", "KH", "CM", "KY", "CF", "CL", "CN", "CO", "CR", "HR", "CY", "CZ", "DK", "DM", "DO",
            "EC", "EE", "FI", "FR", "GM", "GE", "DE", "GH", "GR", "GD", "GT", "HK", "HU", "IS", "IN", "ID", "IE", "IL",
            "IT", "JM", "JP", "JO", "KZ", "KE", "LV", "LI", "LT", "LU", "MK", "MY", "MT", "MU", "MD", "ME", "MA", "MZ",
            "NA", "NP", "NL", "NZ", "NO", "PK", "PE", "PH", "PL", "PT", "PR", "QA", "RO", "RU", "LC", "VC", "SA", "RS",
            "SL", "SG", "SK", "SI", "ZA", "KR", "ES", "LK", "SE", "CH", "TZ", "TH", "TO", "TT", "TN", "TR", "TC", "UG",
            "UA", "AE", "GB", "US", "VI", "VE", "VN", "ZM");

    private ListedForeignStates() {}

    static boolean contains(String country) {
        return CODES.contains(country);
    }
}
