package org.convergence.advocacy.dialogue.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActId;
import org.convergence.advocacy.dialogue.domain.AskQueries;
import org.convergence.advocacy.dialogue.domain.AskService;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerFacts;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.MandateId;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.OfficeKind;
import org.convergence.advocacy.dialogue.domain.DialogueQueries;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.DecisionMakerFilter;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.DecisionMakerRow;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.advocacy.dialogue.web.DecisionMakerForm.NewDecisionMaker;
import org.convergence.advocacy.dialogue.web.DecisionMakerPage.DecisionMakerFormPage;
import org.convergence.advocacy.dialogue.web.DecisionMakerPage.DecisionMakerItem;
import org.convergence.advocacy.dialogue.web.DecisionMakerPage.DecisionMakerListPage;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of decision-makers with its export, and one of them: entering her, her page, her mandates, what we ask and what she promises, the brief. */
@Controller
@RequestMapping("/advocacy/dialogue")
@Requires(DialoguePermissions.FOLLOW)
record DecisionMakerController(
        DecisionMakerService service,
        AskService askService,
        DialogueQueries queries,
        AskQueries asks,
        DecisionMakerForm forms,
        PartyChooser chooser,
        OrganisationSettings settings) {

    private static final int ACTS = 30;
    private static final int BRIEF = 10;
    static final Field<String> WORDS = Field.text("q", "dialogue.filter.q", 200).optional();
    private static final ListView<DecisionMakerFilter, DecisionMakerRow> VIEW = new ListView<>(
            DecisionMakerPage.LIST,
            "dialogue.count",
            FormFields.of(
                    WORDS.from(DecisionMakerFilter::words),
                    DecisionMakerForm.ANY_KIND.from(DecisionMakerFilter::bodyKind),
                    DecisionMakerForm.ANY_OFFICE.from(DecisionMakerFilter::office)),
            answers -> new DecisionMakerFilter(
                    answers.textOrEmpty(WORDS),
                    answers.find(DecisionMakerForm.ANY_KIND),
                    answers.find(DecisionMakerForm.ANY_OFFICE),
                    null),
            List.of(
                    ListColumn.of("dialogue.field.name", DecisionMakerRow::name),
                    ListColumn.of("dialogue.field.title", DecisionMakerRow::title),
                    ListColumn.of("dialogue.field.body", DecisionMakerRow::body),
                    ListColumn.of("dialogue.field.until_on", DecisionMakerRow::untilOn),
                    ListColumn.of("dialogue.field.follower", DecisionMakerRow::followerName),
                    ListColumn.of("dialogue.field.last_act", DecisionMakerRow::lastAct),
                    ListColumn.of("dialogue.field.commitments", DecisionMakerRow::commitments)));

    @GetMapping("/new")
    ModelAndView open(Form asked) {
        Form form = Form.blank()
                .with(DecisionMakerForm.PERSON, asked.value(DecisionMakerForm.PERSON))
                .with(DecisionMakerForm.FOLLOWER, CurrentActor.get().personId())
                .with(DecisionMakerForm.BODY_KIND.name(), OfficeKind.MINISTRY)
                .with(DecisionMakerForm.REGISTER.name(), LobbyRegister.QUEBEC);
        return formPage(form, null);
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                forms::readNew,
                input -> SeeOther.to(DecisionMakerPage.url(enter(input))).withNotice("dialogue.added"),
                () -> formPage(form, null));
    }

    private DecisionMakerId enter(NewDecisionMaker input) {
        return service.enter(
                input.person(), input.given(), input.family(), input.office(), input.facts(), input.mandate());
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable DecisionMakerId id) {
        DecisionMakerRow it = queries.findById(id);
        return formPage(
                Form.blank()
                        .atVersion(it.version())
                        .with(DecisionMakerForm.FOLLOWER, it.follower())
                        .with(DecisionMakerForm.NOTES.name(), it.notes()),
                it);
    }

    private record Correction(int version, DecisionMakerFacts facts) {}

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable DecisionMakerId id, Form form) {
        return form.submit(
                answers -> new Correction(answers.version(), forms.readFacts(answers)),
                input -> {
                    service.update(id, input.version(), input.facts());
                    return saved(id);
                },
                () -> formPage(form, queries.findById(id)));
    }

    private static ModelAndView saved(DecisionMakerId id) {
        return SeeOther.to(DecisionMakerPage.url(id)).withNotice("dialogue.saved");
    }

    private ModelAndView formPage(Form form, @Nullable DecisionMakerRow it) {
        String url = it == null ? DecisionMakerPage.LIST : DecisionMakerPage.url(it.id());
        return PageView.of(
                "advocacy/dialogue/decision-maker-form",
                new DecisionMakerFormPage(
                        it == null ? "dialogue.new" : "dialogue.edit",
                        it == null ? null : it.name(),
                        url + (it == null ? "/new" : "/edit"),
                        url,
                        form,
                        it == null ? chooser.persons(form, DecisionMakerForm.PERSON, 1, List.of()) : null,
                        chooser.persons(form, DecisionMakerForm.FOLLOWER, 1, List.of())));
    }

    @GetMapping("/{id}")
    @Requires(DialoguePermissions.READ)
    ModelAndView show(@PathVariable DecisionMakerId id, Form asked, Words t) {
        Form form = Form.blank()
                .with(DecisionMakerForm.BODY_KIND.name(), OfficeKind.MINISTRY)
                .with(DecisionMakerForm.REGISTER.name(), LobbyRegister.QUEBEC)
                .with(DecisionMakerForm.LAST_DAY.name(), settings.today())
                .with(DecisionMakerForm.MADE_ON.name(), settings.today());
        UUID act = asked.filled("act") ? asked.read(answers -> answers.id("act")) : null;
        if (act != null) {
            var from = queries.findAct(new AdvocacyActId(act));
            form.with("act", act)
                    .with(DecisionMakerForm.MADE_ON.name(), from.happenedOn())
                    .with(DecisionMakerForm.SOURCE.name(), t.say(from.kind().key()) + ", " + from.subject());
        }
        return page(id, form, t);
    }

    private ModelAndView page(DecisionMakerId id, Form form, Words t) {
        boolean follows = CurrentActor.get().may(DialoguePermissions.FOLLOW);
        return PageView.of("advocacy/dialogue/decision-maker", assemble(id, follows ? form : null, ACTS, t));
    }

    /** One page to read or print before a meeting. */
    @GetMapping("/{id}/brief")
    @Requires(DialoguePermissions.READ)
    ModelAndView brief(@PathVariable DecisionMakerId id, Words t) {
        return PageView.of("advocacy/dialogue/brief", assemble(id, null, BRIEF, t));
    }

    private DecisionMakerPage assemble(DecisionMakerId id, @Nullable Form form, int acts, Words t) {
        LocalDate today = settings.today();
        DecisionMakerRow it = queries.findById(id);
        return new DecisionMakerPage(
                DecisionMakerPage.url(id),
                it.name(),
                DialogueFormatter.standing(it, today, t),
                it.hasLeft(today),
                it.person() == null ? null : PartyUrls.of(it.person()),
                it.followerName() == null ? t.say("dialogue.nobody-follows") : it.followerName(),
                it.notes().isEmpty() ? null : it.notes(),
                queries.findMandates(id, today).stream()
                        .map(each -> DialogueFormatter.mandate(each, today, t))
                        .toList(),
                asks.findAsks(id).stream()
                        .map(each -> DialogueFormatter.ask(each, t))
                        .toList(),
                asks.findCommitments(id).stream()
                        .map(each -> DialogueFormatter.commitment(each, false, today, t))
                        .toList(),
                queries.findActs(id, acts).stream()
                        .map(each -> DialogueFormatter.act(each, t))
                        .toList(),
                form,
                form == null || !form.filled("act") ? null : form.value("act"));
    }

    @PostMapping("/{id}/mandates")
    ModelAndView addMandate(@PathVariable DecisionMakerId id, Form form, Words t) {
        return form.submit(
                DecisionMakerForm::readMandate,
                mandate -> {
                    service.addMandate(id, mandate);
                    return saved(id);
                },
                () -> page(id, form, t));
    }

    @PostMapping("/{id}/mandates/{mandate}/end")
    ModelAndView endMandate(@PathVariable DecisionMakerId id, @PathVariable MandateId mandate, Form form, Words t) {
        return form.submit(
                answers -> answers.get(DecisionMakerForm.LAST_DAY),
                lastDay -> {
                    service.endMandate(mandate, lastDay);
                    return SeeOther.to(DecisionMakerPage.url(id)).withNotice("dialogue.mandate.ended");
                },
                () -> page(id, form, t));
    }

    @PostMapping("/{id}/mandates/{mandate}/remove")
    ModelAndView removeMandate(@PathVariable DecisionMakerId id, @PathVariable MandateId mandate) {
        service.removeMandate(mandate);
        return saved(id);
    }

    private record AskInput(String words, String theme) {}

    @PostMapping("/{id}/asks")
    ModelAndView ask(@PathVariable DecisionMakerId id, Form form, Words t) {
        return form.submit(
                answers ->
                        new AskInput(answers.get(DecisionMakerForm.ASK), answers.textOrEmpty(DecisionMakerForm.THEME)),
                input -> {
                    askService.ask(id, input.words(), input.theme());
                    return saved(id);
                },
                () -> page(id, form, t));
    }

    @PostMapping("/{id}/commitments")
    ModelAndView commit(@PathVariable DecisionMakerId id, Form form, Words t) {
        return form.submit(
                DecisionMakerForm::readCommitment,
                commitment -> {
                    askService.addCommitment(id, commitment);
                    return SeeOther.to(DecisionMakerPage.url(id)).withNotice("dialogue.commitment.added");
                },
                () -> page(id, form, t));
    }

    @Requires(DialoguePermissions.READ)
    @GetMapping
    ModelAndView list(Form form, Words t) {
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> listPage(rows, frame, t));
    }

    private DecisionMakerListPage listPage(List<DecisionMakerRow> rows, ListFrame frame, Words t) {
        return new DecisionMakerListPage(
                frame,
                DecisionMakerPage.tabs(DecisionMakerPage.LIST, t),
                rows.stream()
                        .map(row -> DecisionMakerItem.of(row, settings.today(), t))
                        .toList(),
                CurrentActor.get().may(DialoguePermissions.FOLLOW));
    }

    @Requires(DialoguePermissions.READ)
    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        VIEW.export(format, t.say("dialogue.tab.people"), settings.today(), form, t, queries::takeOut, response);
    }
}
