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
                if (country == null || !ListedForeignStates.contains(country)) {
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
}
