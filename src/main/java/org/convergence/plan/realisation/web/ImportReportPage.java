package org.convergence.plan.realisation.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Work;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being recorded or was.
 *
 * @param work the work as it goes; {@code null} once it is through
 * @param trouble why the work stands still, in words; {@code null} where it does not
 * @param sentence what came of it, in words; {@code null} while it goes
 * @param undoneUntil until when it can be taken back, in words; {@code null} where it cannot
 * @param left rows that were not recorded, with the reasons
 * @param kept those that stand because somebody changed them since
 * @param next the address of the next rows that were left; {@code null} where there are none
 */
public record ImportReportPage(
        UUID id,
        String fileName,
        @Nullable Work work,
        @Nullable String trouble,
        @Nullable String sentence,
        @Nullable String undoneUntil,
        List<ImportPage.Row> left,
        List<RealisationPage.Link> kept,
        @Nullable String next) {

    /** The address of a gesture on it. */
    public String url(String gesture) {
        return ImportController.URL + "/" + id + gesture;
    }
}
