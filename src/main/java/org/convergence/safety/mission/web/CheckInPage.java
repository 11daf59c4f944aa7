package org.convergence.safety.mission.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The check-ins of a mission, for a person named on it.
 *
 * @param duress whether the duress word came; {@code false} for travellers
 * @param steps what to do about missing check-ins, in words; none for travellers
 * @param isDrill whether nothing is missing but in a drill
 * @param mine whether the reader travels, and answers here
 * @param travellers those for whom a watcher notes a sign of life
 * @param contacts whom to call, in order: under duress without the traveller
 * @param closed duress alerts that are over, in words; none for travellers
 * @param calls the calls noted; none for travellers
 */
public record CheckInPage(
        String url,
        String mission,
        String title,
        boolean isWatcher,
        boolean mayInvite,
        boolean mine,
        boolean isOver,
        boolean duress,
        boolean isMailSet,
        List<String> warnings,
        List<String> steps,
        boolean isDrill,
        List<CheckInRow> checkIns,
        List<Option> travellers,
        List<CallContactRow> contacts,
        List<CallRow> calls,
        List<String> closed,
        List<TravellerSealRow> sealed,
        List<String> openings,
        Form form,
        Form callList) {

    static final String TRAVELLER = "0";

    /** Whether no sign of life is missing, and no alert is open. */
    public boolean isCalm() {
        return steps.isEmpty() && !duress;
    }

    /** Whether the list holds nobody but the travellers. */
    public boolean hasNobodyToCall() {
        return contacts.stream().allMatch(each -> each.value().equals(TRAVELLER));
    }

    /** Those whom one may have called. */
    public List<Option> contactOptions() {
        return contacts.stream()
                .map(each -> new Option(each.value(), each.label()))
                .toList();
    }

    /** A check-in in both zones. */
    public record CheckInRow(String traveller, String due, String detail, Tone tone, String state) {}

    /**
     * Whom to call.
     *
     * @param number a telephone number to dial; {@code null} where the line holds none
     */
    public record CallContactRow(
            String value, String label, @Nullable String number) {}

    /** A call. */
    public record CallRow(String what, String detail) {}

    /** @param url where it is sealed or opened; {@code null} if the reader may do neither */
    public record TravellerSealRow(
            String traveller, @Nullable String url, boolean isSealed) {}

    /** Medical and emergency data: the form that seals, and what was opened. */
    public record SealedDataPage(
            String watch,
            String action,
            String traveller,
            boolean mayOpen,
            Form form,
            Form open,
            @Nullable String medical,
            @Nullable String emergency,
            @Nullable String proof) {

        /** Whether sealed data is shown. */
        public boolean isOpened() {
            return medical != null;
        }
    }

    /**
     * The page behind a link.
     *
     * @param next the next check-in in both zones; {@code null} for none
     * @param done whether the button was just pressed
     * @param watch the alert, for watchers; {@code null} for travellers
     */
    public record CheckInLinkPage(
            Words t,
            String action,
            String address,
            List<Option> languages,
            Form form,
            boolean isOver,
            boolean done,
            @Nullable String next,
            @Nullable CheckInPage watch) {}
}
