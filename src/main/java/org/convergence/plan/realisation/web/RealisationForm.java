package org.convergence.plan.realisation.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RecordingDraftSource.DraftValues;
import org.convergence.plan.realisation.domain.RealisationEntry;
import org.convergence.plan.realisation.domain.RealisationQueries;
import org.convergence.plan.realisation.domain.RealisationQueries.FullRealisation;
import org.convergence.plan.realisation.domain.RecordingSuggestions;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.OpenedRow;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The form that records or corrects a realisation: fills it, and reads its answers. */
@Component
record RealisationForm(
        OrganisationSettings settings,
        RealisationInputReader reader,
        ServedLineChoice served,
        PartyChooser chooser,
        RecordingDrafts drafts,
        RealisationQueries realisations,
        RecordingSuggestions suggestions,
        ActionPlans plans) {

    /** The field of the chooser. */
    static final String WITH = "organisations";

    private static final List<String> FIELDS = List.of(
            "title",
            "date",
            "to",
            "place",
            WITH,
            "count",
            "women",
            "men",
            "other",
            "youth",
            "hours",
            ServedLineChoice.TICKED,
            "kind",
            "volunteerHours",
            "copies",
            "quantity",
            "narrative",
            "links");

    /**
     * A new form: today, at the place of the actor's own last recording, with a key so that repeated submissions record it
     * once.
     */
    Form blank() {
        return RealisationPlaceFields.write(
                        Form.blank(), suggestions.findOwnLastPlace().orElse(null), usualPlace())
                .with("when", RealisationDateFields.TODAY)
                .with("key", Ids.next());
    }

    /** Fills a new form from a draft of another module, which it returns. */
    DraftValues begin(Form form, String draft, Words t) {
        DraftValues begun = drafts.findValues(draft);
        form.with(RecordingDrafts.FIELD, draft).with("title", begun.title()).with("hours", hours(begun.hours(), t));
        if (begun.when() != null) {
            RealisationDateFields.write(form, begun.when());
        }
        if (begun.place() != null) {
            RealisationPlaceFields.write(form, begun.place(), usualPlace());
        }
        with(form, Set.copyOf(begun.organisations()), PlanAttribution.serving(begun.actions()));
        form.with(ServedLineChoice.SETTLED, !begun.actions().isEmpty());
        return begun;
    }

    /** The form with all values of a realisation. */
    Form fill(FullRealisation it, Words t) {
        Form form = copy(it, t).atVersion(it.version());
        RealisationDateFields.write(form, it.happening().when());
        counts(form, it.happening().participations());
        Amounts amounts = it.amounts();
        return form.with("volunteerHours", hours(amounts.volunteerHours(), t))
                .with("copies", amounts.copies())
                .with("quantity", amounts.quantity() == 1 ? null : amounts.quantity())
                .with("narrative", it.telling().narrative())
                .with("links", String.join("\n", it.telling().links()));
    }

    /** A form for a similar realisation: the values that usually recur. */
    Form copy(FullRealisation it, Words t) {
        RealisationDetails what = it.happening();
        Form form = RealisationPlaceFields.write(blank(), what.place(), usualPlace())
                .with("title", what.title())
                .with("kind", what.kind())
                .with("hours", hours(it.amounts().staffHours(), t))
                .with(ServedLineChoice.SETTLED, true);
        return with(form, what.organisations(), it.telling());
    }

    /** The organisations and the lines served, also as they were when the form was opened. */
    private static Form with(Form form, Set<OrganisationId> organisations, PlanAttribution telling) {
        List<String> ids =
                organisations.stream().map(id -> id.value().toString()).sorted().toList();
        List<String> actions = telling.actions().stream()
                .map(id -> id.value().toString())
                .sorted()
                .toList();
        return form.with(WITH, ids)
                .with("before-" + WITH, ids)
                .with(ServedLineChoice.TICKED, actions)
                .with("before-" + ServedLineChoice.TICKED, actions);
    }

    static void counts(Form form, @Nullable Participations all) {
        boolean known = all != null && all.isDistributed();
        form.with("count", all == null ? null : all.total())
                .with("women", known && all != null ? all.women() : null)
                .with("men", known && all != null ? all.men() : null)
                .with("other", known && all != null ? all.other() : null)
                .with("youth", all == null ? null : all.youth());
    }

    static @Nullable String hours(@Nullable BigDecimal hours, Words t) {
        return hours == null ? null : t.decimal(hours);
    }

    RealisationEntry read(Form form, FormValues answers) {
        String title = RealisationInputReader.title(answers);
        DayRange when = RealisationDateFields.read(form, answers, settings.today());
        Place place = RealisationPlaceFields.read(form);
        served.applyTicks(form);
        ChosenParties<OrganisationId> with =
                chooser.chosenOrganisations(form, WITH, RealisationDetails.MOST_ORGANISATIONS);
        var facts = new RealisationInputReader.RealisationInput(
                title, when, place, new RealisationInputReader.ParticipantInput(with.known(), with.newcomers()));
        return reader.read(form, answers, RealisationInputReader.InputFieldNames.OF_FORM, facts);
    }

    /** For a realisation from a source, reads only what the plan adds. */
    RealisationEntry readAttribution(FullRealisation it, Form form, FormValues answers) {
        served.applyTicks(form);
        PlanAttribution telling = reader.readAttribution(form, answers, RealisationInputReader.InputFieldNames.OF_FORM);
        return new RealisationEntry(it.happening(), it.amounts(), telling);
    }

    /** Normalises the values to compare versions: days and place as stored, sets in one order. */
    void normalise(Form form) {
        RealisationDateFields.normalise(form, settings.today());
        RealisationPlaceFields.normalise(form);
        served.applyTicks(form);
        for (String many : List.of(WITH, ServedLineChoice.TICKED)) {
            form.with(many, form.values(many).stream().sorted().toList());
        }
    }

    /** The reverse: expands a normalised form to its chips. */
    void expand(Form form) {
        form.with("when", RealisationDateFields.OTHER);
        RealisationPlaceFields.expand(form, usualPlace());
    }

    /** The region or country of most realisations; {@code null} if the organisation has set none. */
    @Nullable
    Place usualPlace() {
        String code = settings.current().homePlace();
        return code == null ? null : Place.findByCode(code).orElse(null);
    }

    LocalDate today() {
        return settings.today();
    }

    /** @param since the version on which the form was opened */
    Conflict compare(Form mine, FullRealisation stands, int since, Words t) {
        normalise(mine);
        OpenedRow opened = realisations.findOpened(stands.id(), since);
        Form before = before(opened.columns(), mine, t);
        Conflict both = Conflict.merge(
                mine, before, fill(stands, t), since, opened.who(), FIELDS, (field, value) -> shown(field, value, t));
        expand(mine);
        return both;
    }

    private static @Nullable String text(JsonNode row, String column) {
        return row.path(column).asString(null);
    }

    private static @Nullable BigDecimal number(JsonNode row, String column) {
        return row.path(column).isNumber() ? row.path(column).decimalValue() : null;
    }

    private static @Nullable Participations participations(JsonNode row) {
        return !row.path("women").isNumber()
                ? null
                : new Participations(
                        row.path("women").asInt(),
                        row.path("men").asInt(),
                        row.path("other_gender").asInt(),
                        row.path("not_stated").asInt(),
                        row.path("youth").isNumber() ? row.path("youth").asInt() : null);
    }

    /** The form as it was opened: its columns from the audit, the rest from the form itself. */
    private static Form before(Json columns, Form mine, Words t) {
        JsonNode row = columns.node();
        String from = row.path("starts_on").asString("");
        String to = row.path("ends_on").asString("");
        Form form = Form.blank()
                .with("title", text(row, "title"))
                .with("date", from)
                .with("to", to.equals(from) ? "" : to)
                .with("place", text(row, "place"))
                .with("kind", text(row, "kind"))
                .with("narrative", text(row, "narrative"))
                .with(
                        "links",
                        String.join(
                                "\n",
                                row.path("links")
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .toList()))
                .with("copies", text(row, "copies"))
                .with("quantity", row.path("quantity").asInt(1) == 1 ? null : text(row, "quantity"))
                .with("hours", hours(number(row, "staff_hours"), t))
                .with("volunteerHours", hours(number(row, "volunteer_hours"), t))
                .with(WITH, mine.values("before-" + WITH))
                .with(ServedLineChoice.TICKED, mine.values("before-" + ServedLineChoice.TICKED));
        counts(form, participations(row));
        return form;
    }

    private String shown(String field, String value, Words t) {
        return switch (field) {
            case "kind" ->
                RealisationKind.named(value).map(kind -> t.say(kind.key())).orElse(value);
            case "place" -> String.valueOf(RealisationFormatter.place(value, t));
            case "date", "to" -> DateReader.read(value).map(t::date).orElse(value);
            case WITH -> chooser.displayName(value);
            case ServedLineChoice.TICKED -> line(value);
            default -> value;
        };
    }

    private String line(String id) {
        return plans.findLinesById(ServedLineChoice.parseIds(List.of(id))).values().stream()
                .findFirst()
                .map(PlanLine::label)
                .orElse("–");
    }
}
