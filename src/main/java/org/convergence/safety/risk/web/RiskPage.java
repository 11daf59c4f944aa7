package org.convergence.safety.risk.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The register on one page.
 *
 * @param matrix by likelihood, the highest first; each cell names the numbers of its risks
 * @param review the form of a review; {@code null} without the permission, or without risks
 */
public record RiskPage(
        String reviewed,
        List<MatrixRow> matrix,
        List<String> impacts,
        List<RiskRow> rows,
        boolean mayEdit,
        @Nullable Form review) {

    static final String LIST = "/safety/risk";

    /** A row of the matrix. */
    public record MatrixRow(String likelihood, List<MatrixCell> cells) {}

    /**
     * A cell of the matrix.
     *
     * @param band its band in words
     * @param before numbers of the risks that stood there before measures
     * @param after numbers of those that stand there now
     */
    public record MatrixCell(Tone tone, String band, String before, String after) {}

    /**
     * A risk.
     *
     * @param exposed who or what is exposed, and where
     * @param care the person in charge, and the next review
     * @param before its score of 25 before measures
     * @param after its score of 25 with them
     */
    public record RiskRow(
            int number,
            String threat,
            String description,
            String exposed,
            String care,
            @Nullable String measures,
            int before,
            int after,
            @Nullable String url,
            Tone tone,
            String band) {}

    /** The form of a risk. */
    public record RiskFormPage(
            String action,
            @Nullable String close,
            Form form,
            ChooserField owner,
            List<Option> likelihoods,
            List<Option> impacts) {}
}
