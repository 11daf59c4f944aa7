package org.convergence.plan.realisation.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.plan.realisation.Happening;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.Participations.Given;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationList;
import org.convergence.plan.realisation.domain.RecordingDesk;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Place;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the form of a realisation: the typed values with the suggestions. */
@Component
class EntryPages {

    private static final int ORGANISATIONS = 8;
    private static final int PLACES = 6;
    private static final int TITLES = 25;
    private static final int PLANNED = 3;
    private static final int LOOKED_AT = 10;

    private final EntryForms forms;
    private final ServedChoice served;
    private final RecordingDesk desk;
    private final RealisationList list;
    private final Chooser chooser;

    EntryPages(EntryForms forms, ServedChoice served, RecordingDesk desk, RealisationList list, Chooser chooser) {
        this.forms = forms;
        this.served = served;
        this.desk = desk;
        this.list = list;
        this.chooser = chooser;
    }

    /** For a new realisation. */
    EntryPage blank(Form form, String cancel, Words t) {
        var frame = new EntryPage.Frame("realisation.new", RealisationPage.LIST, cancel, null);
        return page(frame, form, planned(t), null, null, t);
    }

    /** For an existing one. */
    EntryPage of(
            EntryPage.Frame frame,
            Form form,
            EntryPage.@Nullable Sourced sourced,
            @Nullable Conflict conflict,
            Words t) {
        return page(frame, form, List.of(), sourced, conflict, t);
    }

    private EntryPage page(
            EntryPage.Frame frame,
            Form form,
            List<EntryPage.Planned> planned,
            EntryPage.@Nullable Sourced sourced,
            @Nullable Conflict conflict,
            Words t) {
        // Values typed before a session ended are restored here, before the parts that depend on them.
        form.restore(frame.action());
        return new EntryPage(
                frame, form, atHand(form, planned, t), rest(form, t), served.of(form, t), sourced, conflict);
    }

    private EntryPage.AtHand atHand(Form form, List<EntryPage.Planned> planned, Words t) {
        Place home = forms.home();
        List<OrganisationId> last = desk.lastOrganisations(ORGANISATIONS).stream()
                .map(OrganisationName::id)
                .toList();
        return new EntryPage.AtHand(
                planned,
                desk.lastTitles(TITLES),
                home == null ? null : Choices.option(home, t),
                Choices.regions(t),
                Choices.countries(desk.lastPlaces(PLACES), t),
                chooser.organisations(form, EntryForms.WITH, Happening.MOST_ORGANISATIONS, last));
    }

    private List<EntryPage.Planned> planned(Words t) {
        var due =
                new RealisationFilter("", null, forms.today(), null, null, null, null, null, RealisationState.PLANNED);
        var actor = CurrentActor.get();
        return list.latest(due, LOOKED_AT).stream()
                .filter(line -> TodayCards.isHers(line, actor))
                .limit(PLANNED)
                .map(line -> new EntryPage.Planned(
                        t.say(
                                "realisation.new.planned.one",
                                line.title(),
                                t.ago(line.when().to(), forms.today())),
                        RealisationPage.url(line.id(), "/done")))
                .toList();
    }

    /** « 24 non déclaré »: the numbers of the form combined; empty if they are invalid. */
    private static String rest(Form form, Words t) {
        Form numbers = Form.blank();
        for (String field : List.of("count", "women", "men", "other", "notStated", "youth")) {
            numbers.with(field, form.value(field));
        }
        try {
            return numbers.read(EntryPages::participations)
                    .map(all -> t.say("realisation.rest", all.notStated()))
                    .orElse("");
        } catch (Refused | FieldsRefused unclear) {
            return "";
        }
    }

    private static Optional<Participations> participations(Answers answers) {
        return Optional.ofNullable(Participations.of(
                answers.optionalWhole("count", 0, Participations.MOST),
                new Given(
                        answers.optionalWhole("women", 0, Participations.MOST),
                        answers.optionalWhole("men", 0, Participations.MOST),
                        answers.optionalWhole("other", 0, Participations.MOST),
                        answers.optionalWhole("notStated", 0, Participations.MOST),
                        answers.optionalWhole("youth", 0, Participations.MOST))));
    }
}
