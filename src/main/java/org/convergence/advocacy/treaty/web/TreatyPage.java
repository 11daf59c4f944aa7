package org.convergence.advocacy.treaty.web;

import java.util.List;
import org.convergence.advocacy.treaty.domain.TreatyQueries.TreatyRow;
import org.convergence.advocacy.treaty.domain.TreatyService.InstrumentKind;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyId;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A treaty, a bill or a corporate case.
 *
 * @param source where it can be read; {@code null} if unknown
 * @param timeline the dated facts, drawn; {@code null} for fewer than two
 * @param places the facts about the instrument itself, then those of each country
 * @param petition {@code null} for another instrument
 * @param form adds a fact; {@code null} without the permission
 */
public record TreatyPage(
        String url,
        String name,
        String lead,
        @Nullable String source,
        @Nullable PetitionPart petition,
        @Nullable SafeHtml timeline,
        List<PlaceFacts> places,
        List<TreatyAskPart> asks,
        List<TreatyAskPart> otherAsks,
        @Nullable Form form) {

    static final String LIST = "/advocacy/treaty";

    /**
     * An official petition.
     *
     * @param isKnown whether its days are entered
     * @param sign its page at its parliament, as long as it can be signed there; {@code null} otherwise
     * @param facts its parliament, its days, the answer
     * @param counts as published, the latest first
     */
    public record PetitionPart(
            boolean isKnown, @Nullable String sign, List<PetitionFact> facts, List<FactPart> counts) {}

    /** A fact of a petition, with its label. */
    public record PetitionFact(String label, String text) {}

    /**
     * The form of a petition's days or of a count.
     *
     * @param action ends with what it is
     */
    public record PetitionFormPage(String url, String code, String action, Form form) {

        /** Whether it is the form of a count. */
        public boolean isCount() {
            return action.endsWith("/counts");
        }
    }

    /** The facts of one country. */
    public record PlaceFacts(String place, List<FactPart> facts) {}

    /**
     * A fact.
     *
     * @param url its address, to which gestures are added
     * @param check when it was checked, and when it is again
     */
    public record FactPart(
            String url, String what, String words, String source, String check, boolean isLate, boolean isOpen) {}

    /** An ask. */
    public record TreatyAskPart(String url, String words) {}

    /**
     * The list, with what moved.
     *
     * @param since the day since when
     */
    public record TreatyListPage(
            List<TreatyItem> items, Form since, String sinceText, List<MovedPart> moved, boolean mayFollow) {}

    /** An instrument in the list. */
    public record TreatyItem(String url, String name, String detail, boolean isLate) {}

    /** What moved. */
    public record MovedPart(String url, String what, String detail) {}

    /** The form of an instrument. */
    public record TreatyFormPage(Form form) {}

    /** Its kind and our aim. A petition has no aim of its own: it is signed, tabled and answered. */
    static String lead(TreatyRow row, Words t) {
        String kind = t.say(row.kind().key());
        return row.kind() == InstrumentKind.PETITION
                ? kind
                : kind + " · " + t.say(row.aim().key());
    }

    static String place(@Nullable String country, Words t) {
        return country == null ? t.say("treaty.itself") : new Country(country).name(t);
    }

    static String url(TreatyId id) {
        return LIST + "/" + id.value();
    }
}
