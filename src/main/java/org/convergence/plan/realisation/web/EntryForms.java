package org.convergence.plan.realisation.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.Chosen;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Days;
import org.convergence.plan.realisation.Happening;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RecordingDraft.Begun;
import org.convergence.plan.realisation.Telling;
import org.convergence.plan.realisation.domain.Entry;
import org.convergence.plan.realisation.domain.RealisationReading.Whole;
import org.convergence.platform.database.Ids;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form that records or corrects a realisation: fills it, and reads its answers. */
@Component
class EntryForms {

    /** The field of the chooser. */
    static final String WITH = "organisations";

    private final OrganisationSettings settings;
    private final EntryReader reader;
    private final ServedChoice served;
    private final Chooser chooser;
    private final Drafts drafts;

    EntryForms(OrganisationSettings settings, EntryReader reader, ServedChoice served, Chooser chooser, Drafts drafts) {
        this.settings = settings;
        this.reader = reader;
        this.served = served;
        this.chooser = chooser;
        this.drafts = drafts;
    }

    /** A new form: today, at the usual place, with a key so that repeated submissions record it once. */
    Form blank() {
        return WhereFields.write(Form.blank(), home(), home())
                .with("when", WhenFields.TODAY)
                .with("key", Ids.next());
    }

    /** Fills a new form from a draft of another module, which it returns. */
    Begun begin(Form form, String draft, Words t) {
        Begun begun = drafts.begun(draft);
        form.with(Drafts.FIELD, draft).with("title", begun.title()).with("hours", hours(begun.hours(), t));
        if (begun.when() != null) {
            WhenFields.write(form, begun.when());
        }
        if (begun.place() != null) {
            WhereFields.write(form, begun.place(), home());
        }
        with(form, Set.copyOf(begun.organisations()), Telling.serving(begun.actions()));
        form.with(ServedChoice.SETTLED, !begun.actions().isEmpty());
        return begun;
    }

    /** The form with all values of a realisation. */
    Form of(Whole it, Words t) {
        Form form = like(it, t).at(it.version());
        WhenFields.write(form, it.happening().when());
        counts(form, it.happening().participations());
        Amounts amounts = it.amounts();
        return form.with("volunteerHours", hours(amounts.volunteerHours(), t))
                .with("copies", amounts.copies())
                .with("quantity", amounts.quantity() == 1 ? null : amounts.quantity())
                .with("narrative", it.telling().narrative())
                .with("links", String.join("\n", it.telling().links()));
    }

    /** A form for a similar realisation: the values that usually recur. */
    Form like(Whole it, Words t) {
        Happening what = it.happening();
        Form form = WhereFields.write(blank(), what.place(), home())
                .with("title", what.title())
                .with("kind", what.kind())
                .with("hours", hours(it.amounts().staffHours(), t))
                .with(ServedChoice.SETTLED, true);
        return with(form, what.organisations(), it.telling());
    }

    /** The organisations and the lines served, also as they were when the form was opened. */
    private static Form with(Form form, Set<OrganisationId> organisations, Telling telling) {
        List<String> ids =
                organisations.stream().map(id -> id.value().toString()).sorted().toList();
        List<String> actions = telling.actions().stream()
                .map(id -> id.value().toString())
                .sorted()
                .toList();
        return form.with(WITH, ids)
                .with("before-" + WITH, ids)
                .with(ServedChoice.TICKED, actions)
                .with("before-" + ServedChoice.TICKED, actions);
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

    Entry read(Form form, Answers answers) {
        String title = EntryReader.title(answers);
        Days when = WhenFields.read(form, answers, settings.today());
        Place place = WhereFields.read(form);
        served.settle(form);
        Chosen<OrganisationId> with = chooser.chosenOrganisations(form, WITH, Happening.MOST_ORGANISATIONS);
        var facts = new EntryReader.Facts(title, when, place, new EntryReader.With(with.known(), with.newcomers()));
        return reader.read(form, answers, EntryReader.Fields.OF_FORM, facts);
    }

    /** For a realisation from a source, reads only what the plan adds. */
    Entry readTelling(Whole it, Form form, Answers answers) {
        served.settle(form);
        Telling telling = reader.telling(form, answers, EntryReader.Fields.OF_FORM);
        return new Entry(it.happening(), it.amounts(), telling);
    }

    /** Normalises the values to compare versions: days and place as stored, sets in one order. */
    void settle(Form form) {
        WhenFields.settle(form, settings.today());
        WhereFields.settle(form);
        served.settle(form);
        for (String many : List.of(WITH, ServedChoice.TICKED)) {
            form.with(many, form.values(many).stream().sorted().toList());
        }
    }

    /** The reverse: expands a normalised form to its chips. */
    void spread(Form form) {
        form.with("when", WhenFields.OTHER);
        WhereFields.spread(form, home());
    }

    /** The region or country of most realisations; {@code null} if the organisation has set none. */
    @Nullable
    Place home() {
        String code = settings.current().homePlace();
        return code == null ? null : Place.find(code).orElse(null);
    }

    LocalDate today() {
        return settings.today();
    }
}
