package org.convergence.resources.match.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.rendering.PaperDownload;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.AskedMatches;
import org.convergence.resources.grant.AskedMatches.AskedMatch;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.match.domain.MatchQueries;
import org.convergence.resources.match.domain.MatchQueries.FreeItem;
import org.convergence.resources.match.domain.MatchQueries.MatchSourceRow;
import org.convergence.resources.match.domain.MatchQueries.MatchedAgreement;
import org.convergence.resources.match.domain.MatchService;
import org.convergence.resources.match.domain.MatchSourceFacts.MatchSourceId;
import org.convergence.resources.match.web.MatchPage.MatchForms;
import org.convergence.resources.match.web.MatchPage.MatchSourcePage;
import org.convergence.resources.match.web.MatchPage.MatchSourcePart;
import org.convergence.resources.spending.BudgetMatches;
import org.convergence.resources.spending.BudgetMatches.FreeMatch;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.MatchFormatter;
import org.convergence.resources.spending.SpendingPermissions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The match of an agreement: its clause, its sources, their statements. */
@Controller
@RequestMapping("/resources/match/{agreement}")
@Requires(GrantPermissions.EDIT)
record MatchController(
        MatchService service,
        MatchQueries queries,
        BudgetMatches matches,
        AskedMatches asked,
        MatchForm forms,
        PartyChooser chooser,
        OrganisationSettings settings,
        PaperDownload papers) {

    @GetMapping
    @Requires(SpendingPermissions.READ)
    ModelAndView show(@PathVariable AgreementId agreement, Words t) {
        return page(agreement, clause(agreement), free(), gift(), money(), t);
    }

    private Form clause(AgreementId agreement) {
        return queries.findClause(agreement)
                .map(MatchForm::open)
                .orElseGet(() -> Form.named("c")
                        .atVersion(1)
                        .with(MatchForm.BASE.name(), "COST")
                        .with(
                                "figure",
                                asked.find(agreement).map(AskedMatch::percent).orElse(null)));
    }

    private static Form free() {
        return Form.named("l");
    }

    private Form gift() {
        return Form.named("g").with(MatchForm.GIVEN_KIND.name(), "GIFT").with(MatchForm.DAY.name(), settings.today());
    }

    private Form money() {
        return Form.named("m").with(MatchForm.RECEIVED.name(), settings.today());
    }

    private ModelAndView page(AgreementId id, Form clause, Form free, Form gift, Form money, Words t) {
        MatchedAgreement agreement = queries.findAgreement(id);
        boolean edits = CurrentActor.get().may(GrantPermissions.EDIT);
        return PageView.of(
                "resources/match/match",
                new MatchPage(
                        MatchPage.url(id),
                        agreement.title(),
                        "/" + id.subject().replaceFirst("\\.", "/"),
                        matches.find(id.subject(), new BudgetPeriod(agreement.startsOn(), agreement.endsOn()))
                                .map(match -> new MatchFormatter(match, agreement.currency(), t).format())
                                .orElse(null),
                        asked.describe(id, t),
                        queries.findSources(id).stream()
                                .map(each -> part(agreement, each, t))
                                .toList(),
                        edits && agreement.currency().equals(FreeMatch.CURRENCY)
                                ? queries.findFree(agreement.startsOn(), agreement.endsOn()).stream()
                                        .map(each -> option(agreement, each, t))
                                        .toList()
                                : List.of(),
                        edits
                                ? new MatchForms(
                                        clause,
                                        free,
                                        gift,
                                        money,
                                        chooser.knownOrganisations(gift, MatchForm.GIVER, 1),
                                        chooser.persons(gift, MatchForm.PERSON, 1, List.of()),
                                        queries.findOthers(agreement).stream()
                                                .map(each -> Option.of(each.id().value(), each.title()))
                                                .toList())
                                : null));
    }

    private static Option option(MatchedAgreement agreement, FreeItem item, Words t) {
        BigDecimal hours = item.hours();
        BigDecimal cost = item.cost();
        String size = hours != null ? t.hours(hours) : cost != null ? t.money(cost, agreement.currency()) : "";
        String what = item.what().isEmpty() ? t.say("match.free.entry") : item.what();
        return new Option(item.item(), t.say("match.free.item", item.day(), what, size));
    }

    private static Tone tone(MatchSourceRow source) {
        return source.usedIn() != null ? Tone.REST : source.confirmedOn() != null ? Tone.OK : Tone.AHEAD;
    }

    private static String state(MatchSourceRow source, Words t) {
        return source.usedIn() != null
                ? t.say("match.state.used")
                : source.confirmedOn() != null
                        ? t.say("match.state.confirmed", source.confirmedOn())
                        : t.say("match.state.promised");
    }

    private static MatchSourcePart part(MatchedAgreement agreement, MatchSourceRow source, Words t) {
        List<String> detail = new ArrayList<>();
        detail.add(t.say(source.kind().key()));
        if (!source.giver().isEmpty()) {
            detail.add(source.giver());
        }
        if (source.hours() != null && source.rate() != null) {
            detail.add(t.say("match.hours", t.hours(source.hours()), t.money(source.rate(), agreement.currency())));
        }
        return new MatchSourcePart(
                MatchPage.url(agreement.id(), source.id()),
                t.shortDate(source.day()),
                source.what(),
                String.join(" · ", detail),
                t.money(source.amount(), agreement.currency()),
                tone(source),
                state(source, t));
    }

    @PostMapping("/clause")
    ModelAndView saveClause(@PathVariable AgreementId agreement, Form form, Words t) {
        return form.submit(
                MatchForm::readClause,
                clause -> service.saveClause(agreement, clause),
                SeeOther.to(MatchPage.url(agreement)).withNotice("match.saved"),
                () -> page(agreement, form, free(), gift(), money(), t));
    }

    @PostMapping("/free")
    ModelAndView addFree(@PathVariable AgreementId agreement, Form form, Words t) {
        return form.submit(
                MatchForm::readFree,
                input -> service.addFree(
                        agreement, input.items(), input.rate(), input.source(), t.say("match.release.basis")),
                SeeOther.to(MatchPage.url(agreement)).withNotice("match.added"),
                () -> page(agreement, clause(agreement), form, gift(), money(), t));
    }

    @PostMapping("/gift")
    ModelAndView addGift(@PathVariable AgreementId agreement, Form form, Words t) {
        return form.submit(
                forms::readGift,
                facts -> SeeOther.to(MatchPage.url(agreement, service.add(agreement, facts)))
                        .withNotice("match.added"),
                () -> page(agreement, clause(agreement), free(), form, money(), t));
    }

    @PostMapping("/money")
    ModelAndView addMoney(@PathVariable AgreementId agreement, Form form, Words t) {
        return form.submit(
                MatchForm::readMoney,
                facts -> SeeOther.to(MatchPage.url(agreement, service.add(agreement, facts)))
                        .withNotice("match.added"),
                () -> page(agreement, clause(agreement), free(), gift(), form, t));
    }

    @GetMapping("/source/{id}")
    @Requires(SpendingPermissions.READ)
    ModelAndView source(@PathVariable AgreementId agreement, @PathVariable MatchSourceId id, Words t) {
        MatchSourceRow source = queries.findSource(agreement, id);
        return sourcePage(
                source, Form.blank().atVersion(source.version()).with(MatchForm.SIGNED.name(), settings.today()), t);
    }

    private ModelAndView sourcePage(MatchSourceRow source, Form form, Words t) {
        boolean open = source.usedIn() == null && CurrentActor.get().may(GrantPermissions.EDIT);
        return PageView.of(
                "resources/match/source",
                new MatchSourcePage(
                        MatchPage.url(source.agreement(), source.id()),
                        source.what(),
                        MatchPage.url(source.agreement()),
                        tone(source),
                        state(source, t),
                        MatchStatementPaper.facts(source, queries.findAgreement(source.agreement()), t),
                        open && source.confirmedOn() == null ? form : null,
                        open));
    }

    private record MatchConfirmation(int version, LocalDate day, String by) {}

    @PostMapping("/source/{id}/confirm")
    ModelAndView confirm(@PathVariable AgreementId agreement, @PathVariable MatchSourceId id, Form form, Words t) {
        return form.submit(
                answers -> new MatchConfirmation(
                        answers.version(), answers.get(MatchForm.SIGNED), answers.get(MatchForm.SIGNED_BY)),
                input -> service.confirm(agreement, id, input.version(), input.day(), input.by()),
                SeeOther.to(MatchPage.url(agreement)).withNotice("match.confirmed"),
                () -> sourcePage(queries.findSource(agreement, id), form, t));
    }

    @PostMapping("/source/{id}/remove")
    ModelAndView remove(@PathVariable AgreementId agreement, @PathVariable MatchSourceId id) {
        service.remove(agreement, id);
        return SeeOther.to(MatchPage.url(agreement)).withNotice("match.removed");
    }

    /** The statement to print and have signed. */
    @GetMapping("/source/{id}/statement.pdf")
    @Requires(SpendingPermissions.READ)
    void statement(
            @PathVariable AgreementId agreement, @PathVariable MatchSourceId id, Words t, HttpServletResponse response)
            throws IOException {
        MatchSourceRow source = queries.findSource(agreement, id);
        MatchStatementPaper paper = new MatchStatementPaper(settings.current().name(), t);
        papers.send(
                paper.assemble(source, queries.findAgreement(agreement)),
                Slug.of(t.say("match.statement", source.what())) + "-" + source.day(),
                PaperFormat.PDF,
                t,
                response);
    }
}
