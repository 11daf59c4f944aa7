package org.convergence.resources.gift.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.convergence.platform.access.Requires;
import org.convergence.platform.rendering.PaperDownload;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.CharityEstimateService;
import org.convergence.resources.gift.domain.CharityPolicy.CharityEstimate;
import org.convergence.resources.gift.web.CharityPage.CharityPart;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A charity number or not: one page for the board, and its estimate. */
@Controller
@RequestMapping("/resources/gift/charity")
@Requires(GiftPermissions.RECORD)
record CharityController(CharityEstimateService estimates, OrganisationSettings settings, PaperDownload papers) {

    private static final BigDecimal MOST = new BigDecimal("999999.99");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_HOURS = 9_999;

    @GetMapping
    ModelAndView show(Words t) {
        Form form = Form.blank().atVersion(estimates.findVersion());
        estimates.find().ifPresentOrElse(it -> open(form, it), () -> openUsual(form));
        return page(form, t);
    }

    private static void open(Form form, CharityEstimate it) {
        form.with("hourlyCost", it.hourlyCost())
                .with("hoursToApply", it.hoursToApply())
                .with("feesToApply", it.feesToApply())
                .with("hoursAYear", it.hoursAYear())
                .with("feesAYear", it.feesAYear())
                .with("threshold", it.threshold())
                .with("federalBelow", it.federalBelow())
                .with("federalAbove", it.federalAbove())
                .with("provincialBelow", it.provincialBelow())
                .with("provincialAbove", it.provincialAbove())
                .with("source", it.source());
    }

    /** The credits in force when this was written; the form asks for their source and the day of the check. */
    private static void openUsual(Form form) {
        form.with("threshold", BigDecimal.valueOf(200))
                .with("federalBelow", BigDecimal.valueOf(14))
                .with("federalAbove", BigDecimal.valueOf(29))
                .with("provincialBelow", BigDecimal.valueOf(20))
                .with("provincialAbove", BigDecimal.valueOf(24));
    }

    private int lastYear() {
        return settings.today().getYear() - 1;
    }

    private List<CharityPart> parts(Words t) {
        return CharityPage.parts(
                lastYear(), estimates.findGiven(lastYear()), estimates.find().orElse(null), t);
    }

    private ModelAndView page(Form form, Words t) {
        return PageView.of("resources/gift/charity", new CharityPage(parts(t), form));
    }

    private record VersionedEstimate(int version, CharityEstimate estimate) {}

    @PostMapping
    ModelAndView save(Form form, Words t) {
        return form.submit(
                answers -> new VersionedEstimate(answers.version(), read(answers)),
                input -> estimates.save(input.version(), input.estimate()),
                SeeOther.to(CharityPage.URL).withNotice("gift.charity.saved"),
                () -> page(form, t));
    }

    private static CharityEstimate read(FormValues answers) {
        return new CharityEstimate(
                amount(answers, "hourlyCost", MOST),
                answers.wholeNumber("hoursToApply", 0, MOST_HOURS),
                amount(answers, "feesToApply", MOST),
                answers.wholeNumber("hoursAYear", 0, MOST_HOURS),
                amount(answers, "feesAYear", MOST),
                amount(answers, "threshold", MOST),
                amount(answers, "federalBelow", HUNDRED),
                amount(answers, "federalAbove", HUNDRED),
                amount(answers, "provincialBelow", HUNDRED),
                amount(answers, "provincialAbove", HUNDRED),
                answers.text("source", CharityEstimate.LONGEST_SOURCE));
    }

    private static BigDecimal amount(FormValues answers, String name, BigDecimal most) {
        BigDecimal amount = answers.number(name, BigDecimal.ZERO, most);
        if (amount.stripTrailingZeros().scale() > 2) {
            answers.reject(name, "gift.charity.refused.cents");
        }
        return amount;
    }

    /** The page on one sheet, for the papers of the board. */
    @GetMapping("/paper.pdf")
    void paper(Words t, HttpServletResponse response) throws IOException {
        papers.send(
                CharityPage.paper(parts(t), settings.current().name(), t),
                Slug.of(t.say("gift.charity")) + "-" + settings.today(),
                PaperFormat.PDF,
                t,
                response);
    }
}
