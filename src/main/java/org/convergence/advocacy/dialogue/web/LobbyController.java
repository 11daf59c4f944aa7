package org.convergence.advocacy.dialogue.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.advocacy.dialogue.domain.DialogueQueries;
import org.convergence.advocacy.dialogue.domain.DialogueQueries.AdvocacyActRow;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.CounselOutcome;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyLevel;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRule;
import org.convergence.advocacy.dialogue.domain.LobbyService;
import org.convergence.advocacy.dialogue.domain.LobbyService.LobbyStanding;
import org.convergence.advocacy.dialogue.web.LobbyPage.LobbyActRow;
import org.convergence.advocacy.dialogue.web.LobbyPage.RegisterPart;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The lobby registers: where we stand, the sheet for counsel, the rules with their sources, what counsel decided. */
@Controller
@RequestMapping("/advocacy/dialogue/lobby")
@Requires(DialoguePermissions.DECIDE)
record LobbyController(LobbyService service, DialogueQueries queries, OrganisationSettings settings) {

    private static final String URL = DecisionMakerPage.LIST + "/lobby";

    @GetMapping
    @Requires(DialoguePermissions.READ)
    ModelAndView show(Words t) {
        return page(opened("opinion"), opened("rule"), t);
    }

    /** One of the page's two forms: the name keeps their fields apart. */
    private Form opened(String name) {
        LocalDate today = settings.today();
        return Form.named(name)
                .with(LobbyForm.REGISTER.name(), LobbyRegister.FEDERAL)
                .with(LobbyForm.CHECKED.name(), today)
                .with(LobbyForm.GIVEN.name(), today)
                .with(LobbyForm.OUTCOME.name(), CounselOutcome.NOT_REQUIRED)
                .with(LobbyForm.REVIEW.name(), today.plusYears(1));
    }

    private ModelAndView page(Form opinion, Form rule, Words t) {
        boolean decides = CurrentActor.get().may(DialoguePermissions.DECIDE);
        LocalDate since = settings.today().minusYears(1);
        return PageView.of(
                "advocacy/dialogue/lobby",
                new LobbyPage(
                        DecisionMakerPage.tabs(URL, t),
                        t.say("dialogue.lobby.since", since),
                        LobbyForm.REGISTERS.stream()
                                .map(each -> part(each, since, t))
                                .toList(),
                        decides ? opinion : null,
                        decides ? rule : null));
    }

    private RegisterPart part(LobbyRegister register, LocalDate since, Words t) {
        Optional<LobbyStanding> standing = service.findStanding(register);
        List<AdvocacyActRow> acts = queries.findActs(register, since);
        LobbyLevel level = standing.map(LobbyStanding::level).orElse(LobbyLevel.CLEAR);
        return new RegisterPart(
                t.say(register.key()),
                level.tone(),
                t.say(level.key()),
                standing.map(each -> standing(each, acts, t)).orElse(List.of(t.say("dialogue.lobby.no-rule"))),
                acts(acts, t),
                service.findOpinions().stream()
                        .filter(each -> each.register() == register)
                        .map(each -> t.say(
                                each.words().isEmpty() ? "dialogue.lobby.decided" : "dialogue.lobby.decided.words",
                                each.givenOn(),
                                t.say(each.outcome().key()),
                                each.reviewOn(),
                                each.words()))
                        .toList(),
                service.findRules().stream()
                        .filter(each -> each.register() == register)
                        .map(each -> rule(each, t))
                        .toList());
    }

    private static List<String> standing(LobbyStanding standing, List<AdvocacyActRow> acts, Words t) {
        List<String> all = new ArrayList<>();
        if (standing.level() == LobbyLevel.BY_REGULARITY) {
            List<AdvocacyActRow> counted =
                    acts.stream().filter(AdvocacyActRow::counts).toList();
            all.add(t.say(
                    "dialogue.lobby.regularity",
                    counted.size(),
                    counted.stream()
                            .map(each -> YearMonth.from(each.happenedOn()))
                            .distinct()
                            .count(),
                    counted.stream()
                            .flatMap(each -> each.targets().stream())
                            .distinct()
                            .count()));
        } else {
            all.add(t.say(
                    "dialogue.lobby.now",
                    t.hours(standing.now().hours()),
                    standing.rule().windowDays(),
                    standing.now().from(),
                    standing.now().to()));
            all.add(t.say(
                    "dialogue.lobby.highest",
                    t.hours(standing.highest().hours()),
                    standing.highest().from(),
                    standing.highest().to()));
        }
        if (standing.first() != null) {
            all.add(
                    standing.discloseBy() == null
                            ? t.say("dialogue.lobby.first", standing.first())
                            : t.say("dialogue.lobby.disclose", standing.first(), standing.discloseBy()));
        }
        return all;
    }

    /** The acts, with the office of each decision-maker. */
    private List<LobbyActRow> acts(List<AdvocacyActRow> acts, Words t) {
        List<DecisionMakerId> ids = acts.stream()
                .flatMap(each -> each.targets().stream())
                .map(each -> new DecisionMakerId(each.id()))
                .distinct()
                .toList();
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            queries.findByIds(ids)
                    .forEach(each -> names.put(
                            each.id().value(),
                            each.title() == null || each.person() == null
                                    ? each.name()
                                    : each.name() + ", " + each.title() + ", " + each.body()));
        }
        return acts.stream()
                .map(act -> new LobbyActRow(
                        t.shortDate(act.happenedOn()),
                        t.say(act.kind().key()),
                        act.subject(),
                        DecisionMakerPage.url(act.id()),
                        act.targets().stream()
                                .map(each -> names.getOrDefault(each.id(), each.name()))
                                .collect(Collectors.joining("; ")),
                        DialogueFormatter.names(act.ours(), t),
                        t.hours(act.staffHours()),
                        t.say(AdvocacyActController.counting(act) + ".short")))
                .toList();
    }

    private static String rule(LobbyRule rule, Words t) {
        String asks = rule.redHours() == null
                ? t.say("dialogue.lobby.rule.regularity", rule.fromOn())
                : t.say(
                        "dialogue.lobby.rule",
                        rule.fromOn(),
                        t.hours(rule.redHours()),
                        rule.windowDays(),
                        t.hours(Objects.requireNonNull(rule.amberHours())));
        return asks + " " + t.say("dialogue.lobby.source", rule.source(), rule.checkedOn());
    }

    @PostMapping("/rules")
    ModelAndView addRule(Form form, Words t) {
        return form.submit(
                LobbyForm::readRule,
                rule -> {
                    service.addRule(rule);
                    return SeeOther.to(URL).withNotice("dialogue.saved");
                },
                () -> page(opened("opinion"), form, t));
    }

    @PostMapping("/opinions")
    ModelAndView addOpinion(Form form, Words t) {
        return form.submit(
                LobbyForm::readOpinion,
                opinion -> {
                    service.addOpinion(opinion);
                    return SeeOther.to(URL).withNotice("dialogue.saved");
                },
                () -> page(form, opened("rule"), t));
    }
}
