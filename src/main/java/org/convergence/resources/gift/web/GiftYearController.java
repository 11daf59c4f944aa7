package org.convergence.resources.gift.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.DeliveryPage;
import org.convergence.platform.mail.DeliveryPage.LetterRow;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.GiftLetterSender;
import org.convergence.resources.gift.domain.GiftPapers;
import org.convergence.resources.gift.domain.GiftQueries;
import org.convergence.resources.gift.domain.GiftQueries.YearDonor;
import org.convergence.resources.gift.web.GiftPage.GiftYearPage;
import org.convergence.resources.ledger.AccountantBooks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The donors of a calendar year, and the account that each gets, by mail or on paper. */
@Controller
@RequestMapping("/resources/gift/year/{year}")
@Requires(GiftPermissions.RECORD)
class GiftYearController {

    private final GiftQueries queries;
    private final GiftLetterSender letters;
    private final GiftPapers papers;
    private final OrganisationSettings settings;

    GiftYearController(
            GiftQueries queries, GiftLetterSender letters, GiftPapers papers, OrganisationSettings settings) {
        this.queries = queries;
        this.letters = letters;
        this.papers = papers;
        this.settings = settings;
    }

    private static String url(int year) {
        return GiftPage.LIST + "/year/" + year;
    }

    @GetMapping
    ModelAndView show(@PathVariable int year, Words t) {
        List<YearDonor> donors = queries.findDonors(year);
        BigDecimal sum = donors.stream().map(YearDonor::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return PageView.of(
                "resources/gift/year",
                new GiftYearPage(
                        year,
                        settings.today().getYear() > year,
                        t.money(sum, AccountantBooks.CURRENCY),
                        donors,
                        letters.findStatuses(donors),
                        letters.findDue(year).size()));
    }

    @GetMapping("/send")
    ModelAndView preview(@PathVariable int year, Words t) {
        MailingPreview preview = letters.previewAccounts(year);
        return new MailingConfirmation(
                        t.say("gift.account.send"),
                        t.say("gift.account.title", String.valueOf(year)),
                        url(year),
                        t.say("gift.account.send.lead"),
                        preview,
                        url(year) + "/send",
                        !preview.letters().isEmpty())
                .view();
    }

    @PostMapping("/send")
    ModelAndView send(@PathVariable int year) {
        return SeeOther.to(url(year))
                .withNotice("gift.account.sent", letters.sendAccounts(year))
                .withUndo(url(year) + "/take-back");
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(@PathVariable int year) {
        return SeeOther.to(url(year)).withNotice("gift.account.taken-back", letters.takeBackAccounts(year));
    }

    @GetMapping("/delivered")
    ModelAndView deliver(@PathVariable int year, Words t) {
        return deliveries(year, DeliveryPage.blank(settings.today()), t).view();
    }

    private DeliveryPage deliveries(int year, Form form, Words t) {
        return new DeliveryPage(
                t.say("gift.account.title", String.valueOf(year)),
                url(year),
                t.say("gift.account.deliver.lead"),
                t.say("gift.account.deliver.none"),
                letters.findDue(year).stream()
                        .map(each -> new LetterRow(
                                each.party().value(),
                                each.name(),
                                t.money(each.amount(), AccountantBooks.CURRENCY),
                                true))
                        .toList(),
                List.of(),
                form);
    }

    @PostMapping("/delivered")
    ModelAndView deliver(@PathVariable int year, Form form, Words t) {
        DeliveryPage page = deliveries(year, form, t);
        return form.submit(
                answers -> DeliveryPage.read(form, answers),
                said -> page.saved(
                        said,
                        letters.markAccountsDelivered(
                                year,
                                said.letters(),
                                new LetterDelivery(said.method(), said.on(), LocalDate.of(year + 1, 1, 1))),
                        t),
                page::view);
    }

    @GetMapping("/persons/{id}.pdf")
    void account(@PathVariable int year, @PathVariable UUID id, Words t, HttpServletResponse response)
            throws IOException {
        GiftController.write(response, t.say("gift.account.file", year), papers.renderAccount(year, new PersonId(id)));
    }

    @GetMapping("/organisations/{id}.pdf")
    void accountOfOrganisation(@PathVariable int year, @PathVariable UUID id, Words t, HttpServletResponse response)
            throws IOException {
        GiftController.write(
                response, t.say("gift.account.file", year), papers.renderAccount(year, new OrganisationId(id)));
    }
}
