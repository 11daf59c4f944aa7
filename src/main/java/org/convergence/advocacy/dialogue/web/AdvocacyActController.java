package org.convergence.advocacy.dialogue.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActId;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActKind;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActState;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.ReplyState;
import org.convergence.advocacy.dialogue.domain.AdvocacyActService;
import org.convergence.advocacy.dialogue.domain.AskQueries;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.advocacy.dialogue.domain.DialogueQueries;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.AdvocacyActRow;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.DecisionMakerRow;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyLevel;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.advocacy.dialogue.domain.LobbyService;
import org.convergence.advocacy.dialogue.domain.LobbyService.LobbyStanding;
import org.convergence.advocacy.dialogue.web.AdvocacyActPage.ActFact;
import org.convergence.advocacy.dialogue.web.AdvocacyActPage.ActTarget;
import org.convergence.advocacy.dialogue.web.AdvocacyActPage.AdvocacyActFormPage;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One meeting, letter or other act: planning it, saying what was said and what came back. */
@Controller
@RequestMapping("/advocacy/dialogue/acts")
@Requires(DialoguePermissions.FOLLOW)
record AdvocacyActController(
        AdvocacyActService acts,
        DialogueQueries queries,
        AskQueries asks,
        LobbyService lobby,
        AdvocacyActForm forms,
        PartyChooser chooser,
        OrganisationSettings settings) {

    @GetMapping("/new")
    ModelAndView open(Form asked, Words t) {
        Form form = Form.blank()
                .with(AdvocacyActForm.TARGETS, asked.values("with"))
                .with(AdvocacyActForm.KIND.name(), AdvocacyActKind.MEETING)
                .with(AdvocacyActForm.DAY.name(), settings.today())
                .with(AdvocacyActForm.OURS, CurrentActor.get().personId());
        AdvocacyActForm.proposeMandate(form);
        return formPage("dialogue.act.new", DecisionMakerPage.LIST + "/acts/new", DecisionMakerPage.LIST, form, t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                forms::read,
                input -> recorded(acts.create(input.facts(), input.newcomers()), t),
                () -> formPage(
                        "dialogue.act.new", DecisionMakerPage.LIST + "/acts/new", DecisionMakerPage.LIST, form, t));
    }

    /** Says at once that the hours near the threshold, else that a target left office, as the page of the act shows too. */
    private ModelAndView recorded(AdvocacyActId id, Words t) {
        AdvocacyActRow act = queries.findAct(id);
        SeeOther page = SeeOther.to(DecisionMakerPage.url(id));
        LobbyStanding standing = act.counts()
                ? lobby.findStanding(act.register(), act.happenedOn()).orElse(null)
                : null;
        if (standing != null && (standing.level() == LobbyLevel.AMBER || standing.level() == LobbyLevel.RED)) {
            return page.withWarning(
                    "dialogue.act.hours." + standing.level(),
                    t.hours(standing.highest().hours()),
                    standing.rule().windowDays(),
                    t.say(act.register().key()));
        }
        return targets(act, t).stream()
                .filter(each -> each.left() != null)
                .findFirst()
                .<ModelAndView>map(each -> page.withWarning("dialogue.act.left", each.name()))
                .orElseGet(() -> page.withNotice("dialogue.act.recorded"));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable AdvocacyActId id, Words t) {
        return editPage(id, AdvocacyActForm.open(queries.findAct(id)), t);
    }

    private ModelAndView editPage(AdvocacyActId id, Form form, Words t) {
        String url = DecisionMakerPage.url(id);
        return formPage("dialogue.act.edit", url + "/edit", url, form, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable AdvocacyActId id, Form form, Words t) {
        return form.submit(
                forms::read,
                input -> {
                    acts.update(id, input.version(), input.facts(), input.newcomers());
                    return recorded(id, t);
                },
                () -> editPage(id, form, t));
    }

    private ModelAndView formPage(String key, String action, String cancel, Form form, Words t) {
        List<DecisionMakerId> ids = form.values(AdvocacyActForm.TARGETS).stream()
                .flatMap(each -> TextParser.id(each).stream())
                .map(DecisionMakerId::new)
                .toList();
        List<DecisionMakerRow> targets = ids.isEmpty() ? List.of() : queries.findByIds(ids);
        return PageView.of(
                "advocacy/dialogue/act-form",
                new AdvocacyActFormPage(
                        key,
                        action,
                        targets.isEmpty() || !cancel.equals(DecisionMakerPage.LIST)
                                ? cancel
                                : DecisionMakerPage.url(targets.get(0).id()),
                        form,
                        targets.stream().map(each -> target(each, t)).toList(),
                        targets.stream()
                                .map(each -> each.id().value().toString())
                                .toList(),
                        chooser.persons(form, AdvocacyActForm.ALSO, AdvocacyActFacts.MOST, List.of()),
                        chooser.persons(form, AdvocacyActForm.OURS, AdvocacyActFacts.MOST, List.of()),
                        asks.findOpenAsks().stream()
                                .map(each -> Option.of(each.id(), each.words()))
                                .toList(),
                        forms.lines(form)));
    }

    private ActTarget target(DecisionMakerRow row, Words t) {
        return new ActTarget(
                row.name(),
                DecisionMakerPage.url(row.id()),
                row.hasLeft(settings.today()) ? DialogueFormatter.standing(row, settings.today(), t) : null);
    }

    private List<ActTarget> targets(AdvocacyActRow act, Words t) {
        List<DecisionMakerId> ids = act.targets().stream()
                .map(each -> new DecisionMakerId(each.id()))
                .toList();
        return ids.isEmpty()
                ? List.of()
                : queries.findByIds(ids).stream().map(each -> target(each, t)).toList();
    }

    @GetMapping("/{id}")
    @Requires(DialoguePermissions.READ)
    ModelAndView show(@PathVariable AdvocacyActId id, Words t) {
        Form form = Form.blank()
                .with(AdvocacyActForm.REPLY.name(), ReplyState.ANSWERED)
                .with(AdvocacyActForm.REPLIED_ON.name(), settings.today());
        return page(id, form, t);
    }

    private ModelAndView page(AdvocacyActId id, Form form, Words t) {
        AdvocacyActRow act = queries.findAct(id);
        boolean follows = CurrentActor.get().may(DialoguePermissions.FOLLOW);
        boolean awaits = act.state() == AdvocacyActState.DONE && act.reply() == ReplyState.AWAITED;
        return PageView.of(
                "advocacy/dialogue/act",
                new AdvocacyActPage(
                        DecisionMakerPage.url(id),
                        act.subject(),
                        t.capital(t.dayAndDate(act.happenedOn())) + " · "
                                + t.say(act.kind().key()),
                        act.state().tone(),
                        t.say(act.state().key()),
                        targets(act, t),
                        facts(act, t),
                        act.said().isEmpty() ? null : act.said(),
                        act.reply() == ReplyState.NONE ? null : reply(act, t),
                        follows && act.state() == AdvocacyActState.DONE
                                ? acts.findRealisation(id)
                                        .map(each -> "/plan/realisation/" + each.value())
                                        .orElse(null)
                                : null,
                        follows,
                        act.state() == AdvocacyActState.PLANNED,
                        act.state() == AdvocacyActState.CANCELLED,
                        follows && awaits ? form : null));
    }

    private static String reply(AdvocacyActRow act, Words t) {
        String state = DialogueFormatter.reply(act, t);
        return act.replyWords().isEmpty() ? state : state + " · " + act.replyWords();
    }

    private static List<ActFact> facts(AdvocacyActRow act, Words t) {
        List<ActFact> facts = new ArrayList<>();
        if (!act.ours().isEmpty()) {
            facts.add(new ActFact(t.say("dialogue.field.ours"), DialogueFormatter.names(act.ours(), t)));
        }
        act.asks().forEach(each -> facts.add(new ActFact(t.say("dialogue.field.asked"), each.name())));
        if (!act.source().isEmpty()) {
            facts.add(new ActFact(t.say("dialogue.field.said_source"), act.source()));
        }
        if (act.state() == AdvocacyActState.DONE) {
            facts.add(new ActFact(t.say("dialogue.field.staff_hours"), t.hours(act.staffHours())));
            facts.add(new ActFact(
                    t.say("dialogue.field.register"),
                    t.say(counting(act), t.say(act.register().key()))));
        }
        return facts;
    }

    /** Why hours count for a lobby register, or do not (R-ADV-3). */
    static String counting(AdvocacyActRow act) {
        if (act.counts()) {
            return "dialogue.counts";
        }
        if (act.register() == LobbyRegister.NONE) {
            return "dialogue.counts.no-register";
        }
        return act.kind().countsForLobbying() ? "dialogue.counts.no-hours" : "dialogue.counts.not-this";
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(@PathVariable AdvocacyActId id) {
        acts.cancel(id);
        return SeeOther.to(DecisionMakerPage.url(id))
                .withNotice("dialogue.act.cancelled")
                .withUndo(DecisionMakerPage.url(id) + "/restore");
    }

    @PostMapping("/{id}/restore")
    ModelAndView restore(@PathVariable AdvocacyActId id) {
        acts.restore(id);
        return SeeOther.to(DecisionMakerPage.url(id)).withNotice("dialogue.saved");
    }

    @PostMapping("/{id}/reply")
    ModelAndView reply(@PathVariable AdvocacyActId id, Form form, Words t) {
        return form.submit(
                AdvocacyActForm::readReply,
                input -> {
                    acts.recordReply(id, input.reply(), input.on(), input.words());
                    return SeeOther.to(DecisionMakerPage.url(id)).withNotice("dialogue.saved");
                },
                () -> page(id, form, t));
    }
}
