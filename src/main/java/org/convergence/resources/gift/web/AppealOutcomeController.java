package org.convergence.resources.gift.web;

import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.AppealOutcome;
import org.convergence.resources.gift.domain.AppealOutcomeLetterSender;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Writes to those who gave to an appeal what became of it, after showing the letters. */
@Controller
@RequestMapping(GiftPage.LIST + "/outcome/{fund}")
@Requires(GiftPermissions.RECORD)
record AppealOutcomeController(AppealOutcomeLetterSender letters, LetterStatusService statuses) {

    @GetMapping
    ModelAndView preview(@PathVariable FundId fund, Words t) {
        AppealOutcome outcome = letters.findOutcome(fund);
        MailingPreview preview = letters.preview(fund);
        LetterSummary sent = letters.summarize(fund);
        return new MailingConfirmation(
                        t.say("gift.outcome.send"),
                        outcome.titleIn(t.language()),
                        appeal(outcome),
                        t.say("gift.outcome.lead")
                                + (sent.total() == 0
                                        ? ""
                                        : " " + t.capital(LetterFormatter.summaryWithDay(sent, t)) + "."),
                        preview,
                        GiftPage.LIST + "/outcome/" + fund.value(),
                        !preview.letters().isEmpty())
                .view();
    }

    @PostMapping
    ModelAndView send(@PathVariable FundId fund) {
        return statuses.notePosted(
                SeeOther.to(appeal(letters.findOutcome(fund))), "gift.outcome.queued", letters.send(fund));
    }

    private static String appeal(AppealOutcome outcome) {
        return "/resources/appeal/" + outcome.appeal();
    }
}
