package org.convergence.advocacy.dialogue.web;

import java.util.List;
import org.convergence.advocacy.dialogue.AskId;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.AskQueries;
import org.convergence.advocacy.dialogue.domain.AskQueries.AskFilter;
import org.convergence.advocacy.dialogue.domain.AskQueries.AskRow;
import org.convergence.advocacy.dialogue.domain.AskQueries.CommitmentFilter;
import org.convergence.advocacy.dialogue.domain.AskQueries.CommitmentRow;
import org.convergence.advocacy.dialogue.domain.AskService;
import org.convergence.advocacy.dialogue.domain.AskService.AskState;
import org.convergence.advocacy.dialogue.domain.AskService.CommitmentId;
import org.convergence.advocacy.dialogue.domain.AskService.CommitmentState;
import org.convergence.advocacy.dialogue.web.DecisionMakerPage.AskListPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What we ask and what was promised, of all decision-makers, and what became of it. */
@Controller
@RequestMapping("/advocacy/dialogue")
@Requires(DialoguePermissions.FOLLOW)
record AskController(AskQueries queries, AskService service, OrganisationSettings settings) {

    static final Field<String> WORDS =
            Field.text("q", "dialogue.filter.words", 200).optional();

    private static final Field<CommitmentState> NEW_STATE =
            Field.choice("state", "dialogue.field.state", List.of(CommitmentState.values()), CommitmentState::key);
    private static final Field<AskState> NEW_ASK_STATE =
            Field.choice("state", "dialogue.field.state", List.of(AskState.values()), AskState::key);

    private static final ListView<AskFilter, AskRow> ASKS = new ListView<>(
            DecisionMakerPage.LIST + "/asks",
            "advocacy/dialogue/asks",
            "dialogue.asks.count",
            FormFields.of(WORDS.from(AskFilter::words), DecisionMakerForm.ASK_STATE.from(AskFilter::state)),
            answers -> new AskFilter(answers.textOrEmpty(WORDS), answers.find(DecisionMakerForm.ASK_STATE), null),
            List.of());

    private static final ListView<CommitmentFilter, CommitmentRow> COMMITMENTS = new ListView<>(
            DecisionMakerPage.LIST + "/commitments",
            "advocacy/dialogue/commitments",
            "dialogue.commitments.count",
            FormFields.of(
                    WORDS.from(CommitmentFilter::words),
                    DecisionMakerForm.COMMITMENT_STATE.from(CommitmentFilter::state)),
            answers -> new CommitmentFilter(
                    answers.textOrEmpty(WORDS), answers.find(DecisionMakerForm.COMMITMENT_STATE), null),
            List.of());

    private static boolean mayFollow() {
        return CurrentActor.get().may(DialoguePermissions.FOLLOW);
    }

    @GetMapping("/asks")
    @Requires(DialoguePermissions.READ)
    ModelAndView asks(Form form, Words t) {
        return ASKS.page(
                form,
                t,
                queries::findAsks,
                (rows, frame) -> new AskListPage(
                        frame,
                        DecisionMakerPage.tabs(DecisionMakerPage.LIST + "/asks", t),
                        rows.stream()
                                .map(each -> DialogueFormatter.ask(each, t))
                                .toList(),
                        List.of(),
                        mayFollow()));
    }

    @GetMapping("/commitments")
    @Requires(DialoguePermissions.READ)
    ModelAndView commitments(Form form, Words t) {
        return COMMITMENTS.page(
                form,
                t,
                queries::findCommitments,
                (rows, frame) -> new AskListPage(
                        frame,
                        DecisionMakerPage.tabs(DecisionMakerPage.LIST + "/commitments", t),
                        List.of(),
                        rows.stream()
                                .map(each -> DialogueFormatter.commitment(each, true, settings.today(), t))
                                .toList(),
                        mayFollow()));
    }

    @PostMapping("/asks/{id}/state")
    ModelAndView close(@PathVariable AskId id, Form form) {
        AskState state = form.read(answers -> answers.get(NEW_ASK_STATE));
        service.setState(id, state);
        return SeeOther.back(form.value("from"), DecisionMakerPage.LIST + "/asks")
                .withNotice(state.key())
                .withUndo(DecisionMakerPage.LIST + "/asks/" + id.value() + "/reopen");
    }

    @PostMapping("/asks/{id}/reopen")
    ModelAndView reopen(@PathVariable AskId id) {
        service.setState(id, AskState.OPEN);
        return SeeOther.to(DecisionMakerPage.LIST + "/asks").withNotice(AskState.OPEN.key());
    }

    private record Ending(CommitmentState state, String evidence) {}

    @PostMapping("/commitments/{id}/state")
    ModelAndView close(@PathVariable CommitmentId id, Form form) {
        Ending ending = form.read(
                answers -> new Ending(answers.get(NEW_STATE), answers.textOrEmpty(DecisionMakerForm.EVIDENCE)));
        service.setState(id, ending.state(), ending.evidence());
        return SeeOther.back(form.value("from"), DecisionMakerPage.LIST + "/commitments")
                .withNotice(ending.state().key())
                .withUndo(DecisionMakerPage.LIST + "/commitments/" + id.value() + "/reopen");
    }

    @PostMapping("/commitments/{id}/reopen")
    ModelAndView reopen(@PathVariable CommitmentId id) {
        service.setState(id, CommitmentState.MADE, "");
        return SeeOther.to(DecisionMakerPage.LIST + "/commitments").withNotice(CommitmentState.MADE.key());
    }
}
