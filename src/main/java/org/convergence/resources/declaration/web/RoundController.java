package org.convergence.resources.declaration.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.convergence.resources.declaration.DeclarationPermissions;
import org.convergence.resources.declaration.RoundId;
import org.convergence.resources.declaration.domain.Round;
import org.convergence.resources.declaration.domain.RoundDays;
import org.convergence.resources.declaration.domain.RoundKeeping;
import org.convergence.resources.declaration.domain.RoundPolicy;
import org.convergence.resources.membership.HeadcountId;
import org.convergence.resources.membership.domain.Headcounts;
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

    private final RoundKeeping keeping;
    private final Headcounts headcounts;
    private final OrganisationSettings settings;

    RoundController(RoundKeeping keeping, Headcounts headcounts, OrganisationSettings settings) {
        this.keeping = keeping;
        this.headcounts = headcounts;
        this.settings = settings;
    }

    private record Moved(int version, RoundDays days) {}

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
                said -> Go.to(DeclarationUrls.HOME + "/"
                                + keeping.prepare(said.days()).value())
                        .saying("declaration.prepared"),
                () -> preparing(form, t));
    }

    private ModelAndView preparing(Form form, Words t) {
        return Page.of(
                "resources/declaration/round-form",
                new RoundFormPage(
                        "declaration.new",
                        null,
                        same(null, form, t),
                        DeclarationUrls.HOME + "/new",
                        DeclarationUrls.HOME,
                        false,
                        form));
    }

    /** Another round with the reference date in the form. */
    private @Nullable Option same(@Nullable Round but, Form form, Words t) {
        return keeping.all().stream()
                .filter(each -> but == null || !each.id().equals(but.id()))
                .filter(each -> form.chosen("countedOn", each.countedOn()))
                .findFirst()
                .map(each -> new Option(
                        DeclarationUrls.round(each), t.say("declaration.same.open", RoundPages.title(each, t))))
                .orElse(null);
    }

    @GetMapping("/{id}/days")
    ModelAndView move(@PathVariable UUID id, Words t) {
        Round round = keeping.one(new RoundId(id));
        return moving(
                round,
                Form.blank()
                        .at(round.version())
                        .with("countedOn", round.countedOn())
                        .with("asksOn", round.asksOn())
                        .with("remindsOn", round.remindsOn())
                        .with("closesOn", round.closesOn()),
                t);
    }

    @PostMapping("/{id}/days")
    ModelAndView move(@PathVariable UUID id, Form form, Words t) {
        Round round = keeping.one(new RoundId(id));
        if (round.isApproved()) {
            form.with("countedOn", round.countedOn()).with("asksOn", round.asksOn());
        }
        return form.submit(
                answers -> read(form, answers),
                said -> {
                    keeping.move(round.typedId(), said.version(), said.days());
                    return Go.to(DeclarationUrls.round(round)).saying("declaration.moved");
                },
                () -> moving(round, form, t));
    }

    private ModelAndView moving(Round round, Form form, Words t) {
        String url = DeclarationUrls.round(round);
        return Page.of(
                "resources/declaration/round-form",
                new RoundFormPage(
                        "declaration.move",
                        RoundPages.title(round, t),
                        same(round, form, t),
                        url + "/days",
                        url,
                        round.isApproved(),
                        form));
    }

    private static Moved read(Form form, Answers answers) {
        var days = new RoundDays(
                answers.date("countedOn"), answers.date("asksOn"), answers.date("remindsOn"), answers.date("closesOn"));
        if (form.problems().isEmpty()) {
            RoundPolicy.problem(days).ifPresent(problem -> form.reject(problem.field(), problem.key()));
        }
        return new Moved(answers.version(), days);
    }

    @PostMapping("/{id}/confirm/{headcount}")
    ModelAndView confirm(@PathVariable UUID id, @PathVariable UUID headcount) {
        HeadcountId confirmed = headcounts.confirm(new HeadcountId(headcount));
        return Go.to(DeclarationUrls.HOME + "/" + id)
                .saying("declaration.confirmed")
                .undo("/resources/membership/headcounts/" + confirmed.value() + "/withdraw");
    }
}
