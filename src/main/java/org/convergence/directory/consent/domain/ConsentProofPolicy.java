package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import java.util.Set;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.Purpose;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/** The proof required before a ground is recorded (R-CASL-2, R-CASL-18). */
final class ConsentProofPolicy {

    private static final Set<Basis> LASTING = Set.of(Basis.MEMBER, Basis.PURCHASE, Basis.CONTRACT);
    private static final Set<String> CODES = Set.of(
            "AL", "AG", "AR", "AM", "AU", "AT", "AZ", "BS", "BH", "BD", "BB", "BY", "BE", "BZ", "BT", "BA", "BW", "BR",
            "VG", "BG", "BF", "MM", "KH", "CM", "KY", "CF", "CL", "CN", "CO", "CR", "HR", "CY", "CZ", "DK", "DM", "DO",
            "EC", "EE", "FI", "FR", "GM", "GE", "DE", "GH", "GR", "GD", "GT", "HK", "HU", "IS", "IN", "ID", "IE", "IL",
            "IT", "JM", "JP", "JO", "KZ", "KE", "LV", "LI", "LT", "LU", "MK", "MY", "MT", "MU", "MD", "ME", "MA", "MZ",
            "NA", "NP", "NL", "NZ", "NO", "PK", "PE", "PH", "PL", "PT", "PR", "QA", "RO", "RU", "LC", "VC", "SA", "RS",
            "SL", "SG", "SK", "SI", "ZA", "KR", "ES", "LK", "SE", "CH", "TZ", "TH", "TO", "TT", "TN", "TR", "TC", "UG",
            "UA", "AE", "GB", "US", "VI", "VE", "VN", "ZM");

    private ConsentProofPolicy() {}

    /** @throws Refused where the proof is incomplete */
    static void requireProof(ConsentRecord it, LocalDate today, @Nullable LocalDate charitySince) {
        requirePast(it.day(), today);
        LocalDate ended = it.ended();
        if (ended != null && (ended.isBefore(it.day()) || !LASTING.contains(it.basis()))) {
            throw new Refused("consent.ended-wrong");
        }
        Purpose purpose = it.purpose();
        if (purpose != null && !purpose.isChosen()) {
            throw new Refused("consent.purpose-goes-on");
        }
        switch (it.basis()) {
            case EXPRESS -> requireYes(it);
            case PUBLISHED, DISCLOSED -> {
                require(it.source(), "consent.source-missing");
                require(it.about(), "consent.role-missing");
            }
            case REFERRAL -> {
                String who = it.about();
                if (who == null || !who.contains(" ")) {
                    throw new Refused("consent.referrer-missing");
                }
            }
            case FOREIGN -> {
                String country = it.country();
                if (country == null || !ConsentProofPolicy.contains(country)) {
                    throw new Refused("consent.state-not-listed");
                }
                require(it.about(), "consent.law-missing");
            }
            case EXEMPT -> require(it.about(), "consent.relation-missing");
            case DONATION, VOLUNTEERING, ATTENDANCE -> {
                if (charitySince == null || it.day().isBefore(charitySince)) {
                    throw new Refused("consent.charity-only");
                }
            }
            default -> {
                // The day is sufficient.
            }
        }
    }

    /** @throws Refused where the day is in the future */
    static void requirePast(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new Refused("consent.ahead");
        }
    }

    private static void requireYes(ConsentRecord it) {
        if (it.purpose() == null) {
            throw new Refused("consent.purpose-missing");
        }
        require(it.wording(), "consent.wording-missing");
        require(it.version(), "consent.version-missing");
    }

    private static void require(@Nullable String said, String otherwise) {
        if (said == null || said.isBlank()) {
            throw new Refused(otherwise);
        }
    }

    static boolean contains(String country) {
        return CODES.contains(country);
    }
}
