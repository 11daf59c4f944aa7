package org.convergence.resources.fund.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.Words;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.fund.FundMovementId;
import org.convergence.resources.fund.FundPermissions;
import org.convergence.resources.fund.domain.FundPolicy;
import org.convergence.resources.fund.domain.FundPolicy.MovedAmount;
import org.convergence.resources.fund.domain.FundPolicy.RollForward;
import org.convergence.resources.fund.domain.FundQueries;
import org.convergence.resources.fund.domain.FundQueries.FundMovementRow;
import org.convergence.resources.fund.domain.FundQueries.FundRow;
import org.convergence.resources.fund.domain.FundService;
import org.convergence.resources.fund.domain.FundService.FundFacts;
import org.convergence.resources.fund.web.FundPage.FundFormPage;
import org.convergence.resources.fund.web.FundPage.FundLine;
import org.convergence.resources.fund.web.FundPage.FundMovementPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One fund: recording and correcting it, its roll-forward by fiscal year, and its movements. */
@Controller
@RequestMapping("/resources/fund")
@Requires(FundPermissions.EDIT)
record FundController(FundService funds, FundQueries queries, OrganisationSettings settings, PartyChooser chooser) {

    /** The most movements on the page. */
    private static final int SHOWN = 200;

    private static final String CURRENCY = "CAD";

    @GetMapping("/new")
    ModelAndView add() {
        return formPage(Form.blank().with(FundForm.OPENED.name(), settings.today()), null);
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                answers -> FundForm.read(answers, CURRENCY),
                facts -> SeeOther.to(FundPage.url(funds.record(facts))).withNotice("fund.recorded"),
                () -> formPage(form, null));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable FundId id) {
        return formPage(FundForm.open(queries.findById(id)), id);
    }

    private record FundCorrection(int version, FundFacts facts) {}

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable FundId id, Form form) {
        String currency = queries.findById(id).currency();
        return form.submit(
                answers -> new FundCorrection(answers.version(), FundForm.read(answers, currency)),
                input -> funds.correct(id, input.version(), input.facts()),
                SeeOther.to(FundPage.url(id)).withNotice("fund.saved"),
                () -> formPage(form, id));
    }

    private static ModelAndView formPage(Form form, @Nullable FundId id) {
        return PageView.of(
                "resources/fund/fund-form",
                new FundFormPage(
                        id == null ? "fund.new" : "fund.edit",
                        id == null ? FundPage.LIST + "/new" : FundPage.url(id) + "/edit",
                        id == null ? FundPage.LIST : FundPage.url(id),
                        form));
    }

    @GetMapping("/{id}")
    @Requires(FundPermissions.READ)
    ModelAndView show(@PathVariable FundId id, Form asked, Words t) {
        LocalDate day = DateReader.read(asked.value("year")).orElse(settings.today());
        return page(id, day, Form.blank().with(FundForm.DAY.name(), settings.today()), t);
    }

    private ModelAndView page(FundId id, LocalDate day, Form form, Words t) {
        FundRow fund = queries.findById(id);
        List<FundMovementRow> movements = queries.findMovements(id, SHOWN);
        LocalDate first = settings.current().fiscalYearOf(day);
        LocalDate today = settings.today();
        List<MovedAmount> moved = queries.findMoved(id, first.isAfter(today) ? today : first);
        LocalDate last = first.plusYears(1).minusDays(1);
        boolean edits = CurrentActor.get().may(FundPermissions.EDIT);
        return PageView.of(
                "resources/fund/fund",
                new FundPage(
                        FundPage.url(id),
                        fund.name(),
                        t.say(
                                "fund.available",
                                t.money(FundPolicy.available(moved, today), fund.currency()),
                                t.money(fund.balance())),
                        facts(fund, t),
                        FundPage.years(settings, fund.openedOn(), first, FundPage.url(fund.id())),
                        t.period(first, last),
                        rollForward(FundPolicy.rollForward(moved, first, last), fund, t),
                        movements.stream()
                                .map(each -> part(fund, each, edits, t))
                                .toList(),
                        Math.max(0, queries.countMovements(id) - SHOWN),
                        chooser.knownOrganisations(form, FundForm.PARTNER, 1),
                        edits ? form : null));
    }

    private static List<FundLine> facts(FundRow fund, Words t) {
        return Stream.of(
                        new FundLine(
                                t.say("fund.field.nature"), t.say(fund.nature().key())),
                        new FundLine(t.say("fund.field.origin"), fund.origin()),
                        new FundLine(t.say("fund.field.purpose"), fund.purpose()),
                        new FundLine(t.say("fund.field.rules"), fund.rules()),
                        new FundLine(t.say("fund.field.committee"), fund.committee()),
                        new FundLine(t.say("fund.field.opened_on"), t.date(fund.openedOn())))
                .filter(line -> !line.value().isEmpty())
                .toList();
    }

    private static List<FundLine> rollForward(RollForward it, FundRow fund, Words t) {
        List<FundLine> lines = new ArrayList<>();
        lines.add(new FundLine(t.say("fund.roll.opening"), t.money(it.opening(), fund.currency())));
        it.moved()
                .forEach((kind, amount) -> lines.add(new FundLine(
                        t.say(kind.key()), t.money(kind.sign() > 0 ? amount : amount.negate(), fund.currency()))));
        lines.add(new FundLine(t.say("fund.roll.closing"), t.money(it.closing(), fund.currency())));
        return lines;
    }

    private static FundMovementPart part(FundRow fund, FundMovementRow it, boolean edits, Words t) {
        List<String> detail = new ArrayList<>();
        detail.add(t.say(
                it.reverses() != null ? "fund.movement.reversal" : it.kind().key()));
        if (it.organisationName() != null) {
            detail.add(t.say("fund.movement.passed", it.organisationName()));
        }
        if (!it.decision().isEmpty()) {
            detail.add(it.decision());
        }
        if (it.isTakenBack()) {
            detail.add(t.say("fund.movement.taken-back"));
        }
        return new FundMovementPart(
                t.shortDate(it.day()),
                it.what(),
                String.join(" · ", detail),
                t.money(it.kind().sign() > 0 ? it.amount() : it.amount().negate(), fund.currency()),
                edits && it.reverses() == null && !it.isTakenBack()
                        ? FundPage.url(fund.id()) + "/movement/" + it.id().value() + "/take-back"
                        : null);
    }

    @PostMapping("/{id}")
    ModelAndView move(@PathVariable FundId id, Form form, Words t) {
        return form.submit(
                answers -> FundForm.readMovement(answers, chooser.knownOrganisation(form, FundForm.PARTNER)),
                movement -> funds.move(id, movement),
                SeeOther.to(FundPage.url(id)).withNotice("fund.moved"),
                () -> page(id, settings.today(), form, t));
    }

    @PostMapping("/{id}/movement/{movement}/take-back")
    ModelAndView takeBack(@PathVariable FundId id, @PathVariable FundMovementId movement, Form form, Words t) {
        return form.submit(
                answers -> true,
                sure -> funds.takeBack(id, movement),
                SeeOther.to(FundPage.url(id)).withNotice("fund.taken-back"),
                () -> page(id, settings.today(), form, t));
    }
}
