package org.convergence.resources.subsidy.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.subsidy.web.SubsidyPage.SubsidyFact;
import org.jspecify.annotations.Nullable;

/**
 * A claim.
 *
 * @param subsidy address of its file
 * @param changed whether the hours approved now would give another claim
 * @param form sends or settles it; {@code null} without permission, or once it is settled
 * @param takeBack address that takes back its state; {@code null} if it cannot be
 */
public record SubsidyClaimPage(
        String url,
        String title,
        String about,
        String subsidy,
        Tone tone,
        String state,
        List<SubsidyFact> facts,
        List<ClaimWeekLine> weeks,
        List<ProofLine> proofs,
        int missing,
        boolean changed,
        boolean prepared,
        @Nullable Form form,
        @Nullable String takeBack,
        boolean mayManage) {

    /** Claimed hours of a week at one rate. */
    public record ClaimWeekLine(String week, String days, String hours, String rate, String amount) {}

    /** A document that the funder asks for. */
    public record ProofLine(int position, String label, boolean provided, String detail) {}

    /**
     * The form of a new claim.
     *
     * @param computed what the period gives, in words; {@code null} until it is chosen
     * @param leftOut the hours left out, in words
     */
    public record ClaimFormPage(
            String action,
            String about,
            String cancel,
            Form form,
            @Nullable String computed,
            List<String> leftOut) {}
}
