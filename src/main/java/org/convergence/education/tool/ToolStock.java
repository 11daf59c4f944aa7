package org.convergence.education.tool;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.jspecify.annotations.Nullable;

/** The printed copies of tools, for those who order and hand them out. */
public interface ToolStock {

    /** A tool of which copies are left. */
    record StockedTool(ToolId id, String title) {}

    /** The tools of which copies are left, by title. */
    List<StockedTool> findStocked();

    /** The title of a tool; empty if there is none. */
    Optional<String> findTitle(ToolId tool);

    /**
     * Copies printed together.
     *
     * @param label of the edition, with its language
     * @param left those not handed out
     */
    record StockedBatch(UUID id, String label, String language, String place, int left) {}

    /** The printed copies of a tool, the latest first. */
    List<StockedBatch> findBatches(ToolId tool);

    /**
     * Records copies handed out today.
     *
     * @param region code of a region of Québec; {@code null} if unknown
     * @param receiver the organisation; {@code null} for none of the directory
     * @param confirmed whether more than the stock is meant
     * @return the hand-out
     * @throws org.convergence.platform.database.Refused if more copies than are left are not confirmed
     */
    UUID handOut(
            UUID batch,
            int copies,
            HandOutSetting setting,
            @Nullable String region,
            @Nullable OrganisationId receiver,
            boolean confirmed);

    /** Copies handed out on a day, and where they were taken. */
    record StockedHandOut(LocalDate handedOn, int copies, String label, String language, String place) {}

    /** A hand-out; empty if it was taken back. */
    Optional<StockedHandOut> findHandOut(UUID handOut);

    /** Takes a hand-out back. */
    void takeBack(UUID handOut);
}
