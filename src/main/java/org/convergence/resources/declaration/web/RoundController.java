package org.convergence.resources.declaration.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.mail.DeliveryPage;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.declaration.DeclarationPermissions;
import org.convergence.resources.declaration.domain.Round;
import org.convergence.resources.declaration.domain.Round.RoundDays;
import org.convergence.resources.declaration.domain.Round.RoundId;
import org.convergence.resources.declaration.domain.RoundDeliveryService;
import org.convergence.resources.declaration.domain.RoundPolicy;
import org.convergence.resources.declaration.domain.RoundQueries;
import org.convergence.resources.declaration.domain.RoundService;
import org.convergence.resources.declaration.domain.RoundService.MovedRound;
import org.convergence.resources.declaration.web.RoundPage.RoundFormPage;
import org.convergence.resources.membership.HeadcountId;
import org.convergence.resources.membership.domain.HeadcountService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Prepares, moves and approves a round, reminds its organisations, takes letters back or notes them as delivered, and
 * confirms numbers. Questions are sent by approving.
 */
@Controller
@RequestMapping("/resources/declaration")
@Requires(DeclarationPermissions.ASK)
record RoundController(
        RoundService rounds,
        RoundQueries roundQueries,
        RoundDeliveryService deliveries,
        HeadcountService headcounts,
        LetterStatusService statuses,
        OrganisationSettings settings) {

    /** Default of a new round: a reminder after two weeks, closing after four. */
    private static final int WEEKS = 2;

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
                said -> SeeOther.to(RoundPage.LIST + "/"
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
                        RoundPage.LIST + "/new",
                        RoundPage.LIST,
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
                        RoundPage.url(each), t.say("declaration.same.open", RoundPageAssembler.title(each, t))))
                .orElse(null);
    }

    @GetMapping("/{id}/days")
    ModelAndView move(@PathVariable RoundId id, Words t) {
        Round round = rounds.findById(id);
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
    ModelAndView move(@PathVariable RoundId id, Form form, Words t) {
        Round round = rounds.findById(id);
        if (round.isApproved()) {
            form.with("countedOn", round.countedOn()).with("asksOn", round.asksOn());
        }
        return form.submit(
                answers -> read(form, answers),
                said -> {
                    MovedRound to = rounds.move(round.typedId(), said.version(), said.days());
                    return SeeOther.to(RoundPage.url(round)).withNotice("declaration.moved", to.rewritten(), to.told());
                },
                () -> moving(round, form, t));
    }

    private ModelAndView moving(Round round, Form form, Words t) {
        String url = RoundPage.url(round);
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
    ModelAndView confirm(@PathVariable RoundId id, @PathVariable UUID headcount) {
        HeadcountId confirmed = headcounts.confirm(new HeadcountId(headcount));
        return SeeOther.to(url(id))
                .withNotice("declaration.confirmed")
                .withUndo("/resources/membership/headcounts/" + confirmed.value() + "/withdraw");
    }

    /** Previews the organisations that would be asked. */
    @GetMapping("/{id}/approve")
    @Requires(DeclarationPermissions.APPROVE)
    ModelAndView confirmQuestions(@PathVariable RoundId id, Words t) {
        Round round = rounds.findById(id);
        MailingPreview preview = roundQueries.previewQuestions(round);
        int many = preview.letters().size();
        return confirm(
                round,
                t.say(round.isApproved() ? "declaration.ask-rest" : "declaration.approve", many),
                round.asksOn().isAfter(settings.today())
                        ? t.say("declaration.approve.later", round.asksOn())
                        : t.say("declaration.approve.now"),
                preview,
                "/approve",
                many > 0 || !round.isApproved(),
                t);
    }

    private static ModelAndView confirm(
            Round round,
            String title,
            @Nullable String lead,
            MailingPreview preview,
            String action,
            boolean sends,
            Words t) {
        String url = RoundPage.url(round);
        return new MailingConfirmation(
                        title, RoundPageAssembler.title(round, t), url, lead, preview, url + action, sends)
                .view();
    }

    @PostMapping("/{id}/approve")
    @Requires(DeclarationPermissions.APPROVE)
    ModelAndView approve(@PathVariable RoundId id) {
        int asked = rounds.approve(id);
        return statuses.notePosted(
                SeeOther.to(url(id)), asked, "declaration.approved", "declaration.approved.waits", asked);
    }

    @PostMapping("/{id}/approve/withdraw")
    @Requires(DeclarationPermissions.APPROVE)
    ModelAndView withdrawApproval(@PathVariable RoundId id) {
        int taken = rounds.withdrawApproval(id);
        return SeeOther.to(url(id)).withNotice("declaration.withdrawn", taken);
    }

    /** Previews the organisations that would be reminded. */
    @GetMapping("/{id}/remind")
    ModelAndView confirmReminders(@PathVariable RoundId id, Words t) {
        Round round = rounds.findById(id);
        MailingPreview preview = roundQueries.previewReminders(round);
        int many = preview.letters().size();
        return confirm(
                round,
                t.say("declaration.remind", many),
                many == 0 ? t.say("declaration.remind.nothing") : null,
                preview,
                "/remind",
                many > 0,
                t);
    }

    @PostMapping("/{id}/remind")
    ModelAndView remind(@PathVariable RoundId id) {
        return statuses.notePosted(SeeOther.to(url(id)), "declaration.reminded", rounds.remind(id));
    }

    @PostMapping("/{id}/take-back")
    ModelAndView takeBack(@PathVariable RoundId id) {
        int taken = rounds.takeBack(id);
        return SeeOther.to(url(id)).withNotice("declaration.taken-back", taken);
    }

    @GetMapping("/{id}/delivered")
    ModelAndView deliver(@PathVariable RoundId id, Words t) {
        return deliveries(rounds.findById(id), DeliveryPage.blank(settings.today()), t)
                .view();
    }

    @PostMapping("/{id}/delivered")
    ModelAndView deliver(@PathVariable RoundId id, Form form, Words t) {
        Round round = rounds.findById(id);
        DeliveryPage page = deliveries(round, form, t);
        return form.submit(
                answers -> DeliveryPage.read(form, answers),
                said -> page.saved(
                        said,
                        deliveries.markDelivered(
                                round,
                                said.letters(),
                                new LetterDelivery(said.method(), said.on(), earliestDelivery(round))),
                        t),
                page::view);
    }

    /** The reference date, or the day the round was prepared if that is later. */
    private LocalDate earliestDelivery(Round round) {
        LocalDate today = settings.today();
        return Ids.findCreatedAt(round.id())
                .map(at -> LocalDate.ofInstant(at, settings.current().zone()))
                .map(created -> created.isAfter(today) ? today : created)
                .filter(created -> created.isAfter(round.countedOn()))
                .orElse(round.countedOn());
    }

    @PostMapping("/{id}/delivered/{organisation}/undo")
    ModelAndView undoDelivered(@PathVariable RoundId id, @PathVariable UUID organisation) {
        Round round = rounds.findById(id);
        return SeeOther.to(url(id) + "/delivered")
                .withNotice("mail.deliver.undone", deliveries.undoDelivered(round, new OrganisationId(organisation)));
    }

    private DeliveryPage deliveries(Round round, Form form, Words t) {
        return new DeliveryPage(
                RoundPageAssembler.title(round, t),
                RoundPage.url(round),
                t.say("declaration.deliver.lead"),
                t.say("mail.deliver.all.text"),
                RoundPageAssembler.letterRows(deliveries.findOpen(round), t),
                RoundPageAssembler.letterRows(deliveries.findDelivered(round), t),
                form);
    }

    private static String url(RoundId id) {
        return RoundPage.LIST + "/" + id.value();
    }
}
