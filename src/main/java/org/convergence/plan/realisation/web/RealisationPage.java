package org.convergence.plan.realisation.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationSection;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.document.Document;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * The page of a realisation.
 *
 * @param state formatted
 * @param ago distance of its last day from today
 * @param withdrawn the reason; {@code null} unless it is withdrawn
 * @param narrative {@code null} if there is none
 * @param sections contributed by other modules
 * @param elsewhere its source; {@code null} if it was entered here
 */
public record RealisationPage(
        UUID id,
        String title,
        Tone tone,
        String state,
        String ago,
        @Nullable String withdrawn,
        List<NamedFact> facts,
        List<ServedPlanLines> served,
        List<OrganisationPageLink> organisations,
        @Nullable SafeHtml narrative,
        List<String> links,
        @Nullable RealisationSourceLink elsewhere,
        List<RealisationSection.RealisationSectionContent> sections,
        RealisationFilesPart files,
        RealisationActions gestures,
        ChangeHistory history) {
    /** The address of the list. */
    static final String LIST = "/plan/realisation";

    /** The confirmation of a withdrawal. */
    public record RealisationWithdrawalPage(UUID id, String title, Form form) {

        /** The address of an operation on it. */
        public String url(String gesture) {
            return RealisationPage.LIST + "/" + id + gesture;
        }
    }

    /**
     * The files of a realisation on its page.
     *
     * @param photographs shown as pictures
     * @param papers attendance sheets and papers, shown by name
     * @param add where more are attached; {@code null} without permission
     */
    public record RealisationFilesPart(
            List<ShownFile> photographs,
            List<ShownFile> papers,
            @Nullable String add) {

        /**
         * A file.
         *
         * @param note its kind, or whether it may be published
         * @param readable whether the actor may open it
         * @param edit where it is described; {@code null} without permission
         */
        public record ShownFile(
                Document document,
                String caption,
                String alternative,
                String note,
                boolean readable,
                @Nullable String edit) {}

        public boolean isEmpty() {
            return photographs.isEmpty() && papers.isEmpty();
        }
    }

    /** A named fact. */
    public record NamedFact(String name, String value) {}

    /** The lines of one plan that it serves. */
    public record ServedPlanLines(String plan, String url, List<ServedLine> lines) {}

    /**
     * A line of a plan, with its means.
     *
     * @param ignored that its target counts other kinds of realisations; {@code null} if it counts this one, or has none
     */
    public record ServedLine(
            String label,
            String means,
            String url,
            @Nullable String ignored) {}

    /** A record with its own page. */
    public record OrganisationPageLink(String label, String url) {}

    /**
     * The source module.
     *
     * @param url {@code null} if it has no page that the reader may open
     */
    public record RealisationSourceLink(@Nullable String url) {}

    /** The operations available to the actor: a button is shown where the flag is true. */
    public record RealisationActions(
            boolean confirms, boolean corrects, boolean repeats, boolean withdraws, boolean restores) {}

    /** The address of an operation on it. */
    public String url(String gesture) {
        return LIST + "/" + id + gesture;
    }

    static String url(RealisationId id, String gesture) {
        return LIST + "/" + id.value() + gesture;
    }

    /** The address to record a similar one. */
    public String repeatAddress() {
        return LIST + "/new?like=" + id;
    }
}
