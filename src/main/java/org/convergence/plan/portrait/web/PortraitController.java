package org.convergence.plan.portrait.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.portrait.PortraitPermissions;
import org.convergence.plan.portrait.domain.Portrait;
import org.convergence.plan.portrait.domain.PortraitService;
import org.convergence.plan.portrait.domain.PortraitService.NamedFile;
import org.convergence.plan.portrait.web.PortraitPage.PortraitSumPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Slug;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The portrait on a page and as a file, the sum of several, and the public key that checks them. */
@Controller
@Requires(PortraitPermissions.READ)
record PortraitController(
        PortraitService portraits, ActionPlans plans, PublicFormGuard guard, OrganisationSettings settings) {

    private static final String JSON = "application/json";
    private static final long LARGEST = 4_000_000;

    @Bean
    static MenuEntry portraitMenuEntry() {
        return MenuEntry.of("portrait.menu", PortraitPage.PATH).requiring(PortraitPermissions.READ);
    }

    private record PortraitPeriod(LocalDate from, LocalDate until) {}

    @GetMapping(PortraitPage.PATH)
    ModelAndView show(Form form) {
        Portrait it = find(form);
        Form period = form.filled("from") || form.filled("to")
                ? form
                : Form.blank().with("from", it.from()).with("to", it.until());
        return PageView.of(
                "plan/portrait/show",
                new PortraitPage(
                        period,
                        it,
                        PageAddress.of(PortraitPage.PATH + "/file")
                                .with("from", it.from().toString())
                                .with("to", it.until().toString())
                                .toString(),
                        portraits.fingerprint()));
    }

    /** The portrait of the period asked for; without one that can be read, of the current plan or the fiscal year. */
    private Portrait find(Form form) {
        Optional<PlanSummary> current = plans.findCurrent();
        LocalDate today = settings.today();
        LocalDate year = settings.current().fiscalYearOf(today);
        PortraitPeriod usual = new PortraitPeriod(
                current.map(PlanSummary::from).orElse(year),
                current.map(PlanSummary::to).orElse(year.plusYears(1).minusDays(1)));
        PortraitPeriod period = readPeriod(form).orElse(usual);
        return portraits.find(
                period.from(),
                period.until(),
                plans.findAll().stream()
                        .filter(each -> period.from().equals(each.from())
                                && period.until().equals(each.to()))
                        .map(PlanSummary::title)
                        .findFirst()
                        .orElse(""));
    }

    private static Optional<PortraitPeriod> readPeriod(Form form) {
        try {
            return form.read(answers -> {
                LocalDate from = answers.optionalDate("from");
                LocalDate until = answers.optionalDate("to");
                return from == null || until == null || until.isBefore(from) || until.isAfter(from.plusYears(6))
                        ? Optional.empty()
                        : Optional.of(new PortraitPeriod(from, until));
            });
        } catch (FieldsRefused unreadable) {
            return Optional.empty();
        }
    }

    @GetMapping(PortraitPage.PATH + "/file")
    void file(Form form, HttpServletResponse response) throws IOException {
        Portrait it = find(form);
        FileDownload.setHeaders(
                response, Slug.of(it.organisation() + " " + it.from() + " " + it.until()) + ".portrait.json", JSON);
        response.getOutputStream().write(portraits.write(it).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(PortraitPage.SUM)
    ModelAndView open() {
        return PageView.of("plan/portrait/sum", new PortraitSumPage(Form.blank(), null));
    }

    @PostMapping(PortraitPage.SUM)
    ModelAndView add(Form form) {
        return form.submit(
                PortraitController::readFiles,
                files -> PageView.of("plan/portrait/sum", new PortraitSumPage(Form.blank(), portraits.add(files))),
                () -> PageView.of("plan/portrait/sum", new PortraitSumPage(form, null)));
    }

    private static List<NamedFile> readFiles(FormValues answers) {
        List<MultipartFile> chosen = answers.files("file");
        if (chosen.size() < 2 || chosen.size() > PortraitService.MOST) {
            answers.reject("file", "portrait.refused.number", PortraitService.MOST);
        }
        return chosen.stream()
                .map(each -> new NamedFile(
                        Objects.requireNonNullElse(each.getOriginalFilename(), "")
                                .strip(),
                        read(each)))
                .toList();
    }

    /** A file that is too large is read as empty, and so is left out by its name. */
    private static String read(MultipartFile file) {
        try {
            return file.getSize() > LARGEST ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The public key, for other organisations. */
    @GetMapping("/public/portrait/key")
    @Open("a public key is public")
    void key(HttpServletRequest request, HttpServletResponse response) throws IOException {
        guard.countOpening(request);
        response.setContentType(JSON);
        response.getOutputStream()
                .write(Json.of(Map.of(
                                "organisation", settings.current().name(),
                                "algorithm", "Ed25519",
                                "key", portraits.publicKey(),
                                "fingerprint", portraits.fingerprint()))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
    }
}
