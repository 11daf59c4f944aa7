package org.convergence.plan.realisation.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyChooser;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationListQueries;
import org.convergence.plan.realisation.domain.RecordingSuggestions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Place;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the form of a realisation: the typed values with the suggestions. */
@Component
record RealisationFormPageAssembler(
        RealisationForm forms,
        ServedLineChoice served,
        RecordingSuggestions recordingSuggestions,
        RealisationListQueries realisationListQueries,
        PartyChooser chooser) {

    private static final int ORGANISATIONS = 8;
    private static final int PLACES = 6;
    private static final int TITLES = 25;
    private static final int PLANNED = 3;
    private static final int LOOKED_AT = 10;

    /** For a new realisation. */
    RealisationFormPage assembleNew(Form form, String cancel, Words t) {
        var frame = new RealisationFormPage.RealisationFormFrame("realisation.new", RealisationPage.LIST, cancel, null);
        return page(frame, form, planned(t), null, null, t);
    }

    /** For an existing one. */
    RealisationFormPage assemble(
            RealisationFormPage.RealisationFormFrame frame,
            Form form,
            RealisationFormPage.@Nullable SourcedFacts sourced,
            @Nullable Conflict conflict,
            Words t) {
        return page(frame, form, List.of(), sourced, conflict, t);
    }

    private RealisationFormPage page(
            RealisationFormPage.RealisationFormFrame frame,
            Form form,
            List<RealisationFormPage.PlannedRealisation> planned,
            RealisationFormPage.@Nullable SourcedFacts sourced,
            @Nullable Conflict conflict,
            Words t) {
        // Values typed before a session ended are restored here, before the parts that depend on them.
        form.restore(frame.action());
        return new RealisationFormPage(
                frame, form, atHand(form, planned, t), rest(form, t), served.assemble(form, t), sourced, conflict);
    }

    private RealisationFormPage.FormSuggestions atHand(
            Form form, List<RealisationFormPage.PlannedRealisation> planned, Words t) {
        Place home = forms.usualPlace();
        List<OrganisationId> last = recordingSuggestions.lastOrganisations(ORGANISATIONS).stream()
                .map(OrganisationName::id)
                .toList();
        return new RealisationFormPage.FormSuggestions(
                planned,
                recordingSuggestions.lastTitles(TITLES),
                home == null ? null : RealisationOptions.option(home, t),
                RealisationOptions.regions(t),
                RealisationOptions.countries(recordingSuggestions.lastPlaces(PLACES), t),
                chooser.organisations(form, RealisationForm.WITH, RealisationDetails.MOST_ORGANISATIONS, last));
    }

    private List<RealisationFormPage.PlannedRealisation> planned(Words t) {
        var due = RealisationFilter.in(RealisationState.PLANNED, forms.today());
        var actor = CurrentActor.get();
        return realisationListQueries.findLatest(due, LOOKED_AT).stream()
                .filter(line -> RealisationHomeCard.mayConfirm(line, actor))
                .limit(PLANNED)
                .map(line -> new RealisationFormPage.PlannedRealisation(
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
            return numbers.read(answers -> Optional.ofNullable(Participations.of(
                            answers.optionalWholeNumber("count", 0, Participations.MOST),
                            RealisationInputReader.readDistribution(answers, ""))))
                    .map(all -> t.say("realisation.rest", all.notStated()))
                    .orElse("");
        } catch (Refused | FieldsRefused unclear) {
            return "";
        }
    }
}
