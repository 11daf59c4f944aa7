package org.convergence.education.workshop.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.PageSection;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopRequestState;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.domain.Workshop;
import org.convergence.education.workshop.domain.WorkshopSessionQueries.WorkshopSessionRow;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.shell.TranslatedPage;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The records of the pages. */
public final class WorkshopPage {

    static final String PATH = "/education/workshop";
    static final String REQUESTS = PATH + "/requests";
    static final String SESSIONS = PATH + "/sessions";
    static final String CATALOGUE = PATH + "/catalogue";
    static final String POOL = PATH + "/facilitators";

    private WorkshopPage() {}

    /** The tabs of the module; {@code current} is one of its paths. */
    static List<Tab> tabs(String current, Words t) {
        return Stream.of(REQUESTS, SESSIONS, CATALOGUE, POOL)
                .map(path ->
                        new Tab(t.say("workshop.tab." + path.substring(PATH.length() + 1)), path, path.equals(current)))
                .toList();
    }

    static String url(WorkshopId id) {
        return CATALOGUE + "/" + id.value();
    }

    static String url(WorkshopRequestId id) {
        return REQUESTS + "/" + id.value();
    }

    static String url(WorkshopSessionId id) {
        return SESSIONS + "/" + id.value();
    }

    /** A row of a list; {@code tone} and {@code state} may be absent. */
    public record WorkshopItem(
            String url,
            String title,
            String detail,
            @Nullable Tone tone,
            @Nullable String state,
            boolean isLate) {}

    /** A label and its text. */
    public record WorkshopFact(String label, String text) {}

    /** A list with tabs; {@code states} are its second tabs. */
    public record WorkshopListPage(
            ListFrame frame, List<Tab> tabs, List<Tab> states, List<WorkshopItem> items, boolean mayEdit) {}

    /** The catalogue by theme. */
    public record CataloguePage(List<Tab> tabs, List<ThemeGroup> themes, boolean mayEdit) {}

    /** The workshops of a theme. */
    public record ThemeGroup(String theme, List<WorkshopItem> items) {}

    /**
     * A workshop.
     *
     * @param notes of facilitators of its latest sessions, by day
     * @param evaluationState which sessions the evaluation counts
     * @param evaluation empty while it is hidden
     */
    public record WorkshopShowPage(
            String url,
            Workshop workshop,
            List<WorkshopFact> facts,
            List<WorkshopItem> sessions,
            List<WorkshopFact> notes,
            String evaluationState,
            List<WorkshopFact> evaluation,
            boolean mayEdit) {}

    /** The pool, the capacity of the year, and the weeks in which schools are closed. */
    public record PoolPage(
            List<Tab> tabs,
            List<String> capacities,
            List<WorkshopItem> items,
            @Nullable Form capacity,
            List<BreakRow> breaks,
            @Nullable Form breaking) {}

    /** Weeks in which schools are closed; {@code remove} is {@code null} without the permission. */
    public record BreakRow(
            String name, String days, @Nullable String remove) {}

    /**
     * A form, with the options of its selects by field.
     *
     * @param about the record; {@code null} for a new one
     * @param organisation {@code null} where it is not chosen
     * @param person the responsible person, or the facilitator; {@code null} where none is chosen
     * @param lines what helps to decide
     */
    public record WorkshopFormPage(
            String key,
            @Nullable String about,
            String action,
            String cancel,
            Form form,
            Map<String, List<Option>> options,
            @Nullable ChooserField organisation,
            @Nullable ChooserField person,
            List<String> lines) {}

    /**
     * A request.
     *
     * @param letter the state of the last letter; {@code null} without one
     * @param isUntold whether the actor may note that the group was told our answer otherwise
     * @param marks the states to which it may pass by hand
     */
    public record RequestPage(
            String url,
            String title,
            @Nullable String party,
            WorkshopRequestState state,
            String standing,
            boolean isLate,
            List<WorkshopFact> facts,
            List<WorkshopItem> sessions,
            @Nullable String letter,
            List<String> advice,
            List<WorkshopRequestState> marks,
            boolean isOrder,
            boolean isHandedOut,
            boolean isUntold,
            boolean mayEdit) {}

    /**
     * A session.
     *
     * @param qr the path of the code's modules on a square of {@code qrSize}; {@code null} while it is not open
     * @param hold {@code null} if it cannot be held now
     * @param evaluation empty while it is hidden
     * @param hands the form of raised hands; {@code null} unless it is held
     * @param paper the form of an evaluation on paper; {@code null} before its day and once it is closed
     * @param notes of its facilitators; may be empty
     * @param noting {@code null} before its day
     * @param isUntold whether the actor may tell its facilitators what they do not know
     * @param isAnnounced whether it is announced to everyone
     */
    public record SessionPage(
            String url,
            WorkshopSessionRow row,
            String when,
            @Nullable String request,
            List<WorkshopFact> facts,
            @Nullable String link,
            @Nullable String qr,
            int qrSize,
            @Nullable Form hold,
            @Nullable Form hands,
            @Nullable Form paper,
            List<Option> verdicts,
            String notes,
            @Nullable Form noting,
            boolean isClosed,
            @Nullable String evaluationState,
            List<WorkshopFact> evaluation,
            @Nullable String realisation,
            @Nullable PageSection expenses,
            boolean isUntold,
            boolean isAnnounced,
            boolean mayEdit) {}

    /** The public catalogue. */
    public record PublicCataloguePage(
            Words words,
            String us,
            String address,
            List<Option> languages,
            @Nullable String order,
            String paper,
            List<PublicWorkshop> workshops)
            implements TranslatedPage {}

    /** A workshop of the public catalogue. */
    public record PublicWorkshop(
            String title,
            String detail,
            String outline,
            @Nullable String kitUrl,
            String ask) {}

    /** The public form. */
    public record PublicAskPage(
            Words words,
            String us,
            String address,
            String action,
            List<Option> languages,
            Form form,
            FormShield shield,
            List<Option> workshops,
            List<Option> regions)
            implements TranslatedPage {}

    /** The status of a request. */
    public record PublicStatusPage(
            Words words,
            String address,
            String action,
            List<Option> languages,
            String kind,
            String lead,
            List<String> lines,
            @Nullable String kitUrl,
            boolean mayAccept,
            boolean mayWithdraw,
            List<WorkshopFact> facts)
            implements TranslatedPage {}

    /** The evaluation of a session. */
    public record EvaluationPage(
            Words words,
            String address,
            String action,
            List<Option> languages,
            String workshop,
            boolean isOpen,
            boolean isDone,
            Form form,
            FormShield shield,
            List<Option> verdicts)
            implements TranslatedPage {}
}
