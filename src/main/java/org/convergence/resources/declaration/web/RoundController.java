package org.convergence.resources.declaration.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.declaration.DeclarationPermissions;
import org.convergence.resources.declaration.RoundId;
import org.convergence.resources.declaration.domain.Round;
import org.convergence.resources.declaration.domain.RoundDays;
import org.convergence.resources.declaration.domain.RoundPolicy;
import org.convergence.resources.declaration.domain.RoundService;
import org.convergence.resources.membership.HeadcountId;
import org.convergence.resources.membership.domain.HeadcountService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A round is prepared and moved; a number is confirmed. */
@Controller
@RequestMapping("/resources/declaration")
@Requires(DeclarationPermissions.ASK)
class RoundController {

    /** Default of a new round: a reminder after two weeks, closing after four. */
    private static final int WEEKS = 2;

    private final RoundService rounds;
    private final HeadcountService headcounts;
    private final OrganisationSettings settings;

    RoundController(RoundService rounds, HeadcountService headcounts, OrganisationSettings settings) {
        this.rounds = rounds;
        this.headcounts = headcounts;
        this.settings = settings;
    }

    private record RoundInput(int version, RoundDays days) {}

    @GetMapping("/new")
    ModelAndView prepare(Words t) {
        LocalDate today = settings.today();
        return preparing(
                Form.blank()
                        .with("countedOn", LocalDate.of(today.getYear() - 1, 12, 31))
                        .with("asksOn", today)
                        .with("remindsOn", today.plusWeeks(WEEKS))
                        .with("closesOn", today.plusWeeks(2 * WEEKS)),
                t);
    }

    @PostMapping("/new")
    ModelAndView prepare(Form form, Words t) {
        return form.submit(
                answers -> read(form, answers),
                said -> SeeOther.to(DeclarationUrls.HOME + "/"
                                + rounds.prepare(said.days()).value())
                        .withNotice("declaration.prepared"),
                () -> preparing(form, t));
    }

    private ModelAndView preparing(Form form, Words t) {
        return PageView.of(
                "resources/declaration/round-form",
                new RoundFormPage(
                        "declaration.new",
                        null,
                        findSameDay(null, form, t),
                        DeclarationUrls.HOME + "/new",
                        DeclarationUrls.HOME,
                        false,
                        form));
    }

    /** Another round with the reference date in the form. */
    private @Nullable Option findSameDay(@Nullable Round but, Form form, Words t) {
        return rounds.findAll().stream()
                .filter(each -> but == null || !each.id().equals(but.id()))
                .filter(each -> form.chosen("countedOn", each.countedOn()))
                .findFirst()
                .map(each -> new Option(
                        DeclarationUrls.round(each), t.say("declaration.same.open", RoundPageAssembler.title(each, t))))
                .orElse(null);
    }

    @GetMapping("/{id}/days")
    ModelAndView move(@PathVariable UUID id, Words t) {
        Round round = rounds.findById(new RoundId(id));
        return moving(
                round,
                Form.blank()
                        .atVersion(round.version())
                        .with("countedOn", round.countedOn())
                        .with("asksOn", round.asksOn())
                        .with("remindsOn", round.remindsOn())
                        .with("closesOn", round.closesOn()),
                t);
    }

    @PostMapping("/{id}/days")
    ModelAndView move(@PathVariable UUID id, Form form, Words t) {
        Round round = rounds.findById(new RoundId(id));
        if (round.isApproved()) {
            form.with("countedOn", round.countedOn()).with("asksOn", round.asksOn());
        }
        return form.submit(
                answers -> read(form, answers),
                said -> {
                    rounds.move(round.typedId(), said.version(), said.days());
                    return SeeOther.to(DeclarationUrls.round(round)).withNotice("declaration.moved");
                },
                () -> moving(round, form, t));
    }

    private ModelAndView moving(Round round, Form form, Words t) {
        String url = DeclarationUrls.round(round);
        return PageView.of(
                "resources/declaration/round-form",
                new RoundFormPage(
                        "declaration.move",
                        RoundPageAssembler.title(round, t),
                        findSameDay(round, form, t),
                        url + "/days",
                        url,
                        round.isApproved(),
                        form));
    }

    private static RoundInput read(Form form, FormValues answers) {
        var days = new RoundDays(
                answers.date("countedOn"), answers.date("asksOn"), answers.date("remindsOn"), answers.date("closesOn"));
        if (form.problems().isEmpty()) {
            RoundPolicy.findProblem(days).ifPresent(problem -> form.reject(problem.field(), problem.key()));
        }
        return new RoundInput(answers.version(), days);
    }

    @PostMapping("/{id}/confirm/{headcount}")
    ModelAndView confirm(@PathVariable UUID id, @PathVariable UUID headcount) {
        HeadcountId confirmed = headcounts.confirm(new HeadcountId(headcount));
        return SeeOther.to(DeclarationUrls.HOME + "/" + id)
                .withNotice("declaration.confirmed")
                .withUndo("/resources/membership/headcounts/" + confirmed.value() + "/withdraw");
    }
}
