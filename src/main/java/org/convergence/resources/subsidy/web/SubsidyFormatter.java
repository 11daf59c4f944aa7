package org.convergence.resources.subsidy.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.text.Words;
import org.convergence.resources.subsidy.domain.SubsidyClaim;
import org.convergence.resources.subsidy.domain.SubsidyClaimQueries.ClaimProofRow;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.WageTerms;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.WageTerms.HourlyCap;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyRow;

/** Formats the terms of a subsidy, and the state of a claim and of its documents. */
final class SubsidyFormatter {

    private SubsidyFormatter() {}

    /** « 40 % du salaire, au plus le salaire minimum de l’heure; charges comprises ». */
    static String terms(WageTerms terms, Words t) {
        List<String> parts = new ArrayList<>();
        parts.add(t.say("subsidy.terms.percent", t.decimal(terms.percent().stripTrailingZeros())));
        if (terms.capAmount() != null) {
            parts.add(t.say("subsidy.terms.cap-amount", SubsidyController.money(terms.capAmount(), t)));
        } else if (terms.cap() == HourlyCap.MINIMUM_WAGE) {
            parts.add(t.say("subsidy.terms.cap-minimum"));
        }
        if (terms.most() != null) {
            parts.add(t.say("subsidy.terms.most", SubsidyController.money(terms.most(), t)));
        }
        parts.add(t.say(terms.charges() ? "subsidy.terms.charges" : "subsidy.terms.no-charges"));
        parts.add(t.say(terms.complement() ? "subsidy.terms.complement" : "subsidy.terms.no-complement"));
        return String.join("; ", parts);
    }

    /** « 996,00 $ réclamés, 0,00 $ reçus; 498,00 $ à envoyer ». */
    static String money(SubsidyRow row, Words t) {
        List<String> parts = new ArrayList<>();
        if (row.claimed().signum() > 0) {
            parts.add(t.say(
                    "subsidy.claimed",
                    SubsidyController.money(row.claimed(), t),
                    SubsidyController.money(row.paid(), t)));
        }
        if (row.prepared().signum() > 0) {
            parts.add(t.say("subsidy.prepared", SubsidyController.money(row.prepared(), t)));
        }
        return parts.isEmpty() ? t.say("subsidy.nothing-claimed") : String.join("; ", parts);
    }

    /** « Payée, le 3 mars 2026 ». */
    static String state(SubsidyClaim claim, Words t) {
        LocalDate day = claim.decidedOn() == null ? claim.sentOn() : claim.decidedOn();
        String state = t.say(claim.state().key());
        return day == null ? state : t.say("subsidy.claim.state-on", state, day);
    }

    /** « Reçue le 3 mars 2026 ». */
    static String proof(ClaimProofRow proof, Words t) {
        LocalDate day = proof.providedOn();
        return day == null ? t.say("subsidy.proof.missing") : t.say("subsidy.proof.provided-on", day);
    }
}
