package org.convergence.plan.realisation.web;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.plan.realisation.web.AttachmentPage.UploadFields;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.jspecify.annotations.Nullable;

/**
 * The form that records or corrects a realisation.
 *
 * @param rest the remainder of the distribution, formatted; empty if there is no count
 * @param sourced the source, if from another module: the facts are changed there
 */
public record RealisationFormPage(
        RealisationFormFrame frame,
        Form form,
        FormSuggestions atHand,
        String rest,
        ServedLinesPart serves,
        @Nullable SourcedFacts sourced,
        @Nullable Conflict conflict) {

    private static final List<String> DISTRIBUTION = List.of("women", "men", "other", "notStated", "youth");

    private static final List<String> DETAILS =
            List.of("kind", "volunteerHours", "copies", "quantity", "narrative", "links");

    /**
     * The lines served, as the form proposes and shows them.
     *
     * @param chips those chosen, then those proposed
     * @param refused ids of proposals that were unticked, so that they are not proposed again
     * @param lines all lines, to look for another one
     * @param kind the kind that the title suggests, by its name; empty if none
     * @param counts where it will count, formatted; empty if nowhere
     */
    public record ServedLinesPart(
            List<ServedLineChip> chips, List<String> refused, List<OptionGroup> lines, String kind, String counts) {

        /**
         * A line to tick or to untick.
         *
         * @param label short
         * @param whole the whole text
         * @param offered whether it is ticked only because it was proposed
         */
        public record ServedLineChip(String id, String label, String whole, boolean ticked, boolean offered) {}

        public boolean isEmpty() {
            return chips.isEmpty();
        }
    }

    /** « C'est fait »: the form, and its uploads if it is shown again. */
    public record RecordingPage(RealisationFormPage entry, UploadFields files) {}

    /**
     * The frame of the form.
     *
     * @param key its name in the messages
     * @param cancel where to go without saving
     * @param subject what is corrected; {@code null} for something new
     */
    public record RealisationFormFrame(
            String key,
            String action,
            String cancel,
            @Nullable String subject) {}

    /**
     * Suggestions.
     *
     * @param planned planned realisations that may have taken place
     * @param titles the latest titles
     * @param usual the place that has its own chip; {@code null} if there is none
     */
    public record FormSuggestions(
            List<PlannedRealisation> planned,
            List<String> titles,
            @Nullable Option usual,
            List<OptionGroup> regions,
            List<OptionGroup> countries,
            ChooserField with) {}

    /** A planned realisation whose day has come. */
    public record PlannedRealisation(String label, String url) {}

    /**
     * The facts of a realisation from another module.
     *
     * @param url where it is changed; {@code null} if there is no page
     */
    public record SourcedFacts(
            List<RealisationPage.NamedFact> facts, @Nullable String url) {}

    /** Whether the distribution has any value. */
    public boolean distributed() {
        return begun(DISTRIBUTION);
    }

    /** Whether the folded part has any value. */
    public boolean detailed() {
        return begun(DETAILS);
    }

    private boolean begun(List<String> fields) {
        return fields.stream().anyMatch(field -> form.filled(field) || form.problem(field) != null);
    }
}
