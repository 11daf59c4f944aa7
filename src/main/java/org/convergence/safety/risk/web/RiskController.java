package org.convergence.safety.risk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.rendering.PaperDownload;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.safety.risk.RiskPermissions;
import org.convergence.safety.risk.domain.Risk;
import org.convergence.safety.risk.domain.Risk.RiskId;
import org.convergence.safety.risk.domain.Risk.RiskScore;
import org.convergence.safety.risk.domain.Risk.RiskScore.RiskBand;
import org.convergence.safety.risk.domain.RiskService;
import org.convergence.safety.risk.web.RiskPage.MatrixCell;
import org.convergence.safety.risk.web.RiskPage.MatrixRow;
import org.convergence.safety.risk.web.RiskPage.RiskFormPage;
import org.convergence.safety.risk.web.RiskPage.RiskRow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The risk register: its page, its risks, its review. */
@Controller
@RequestMapping("/safety/risk")
@Requires(RiskPermissions.EDIT)
record RiskController(
        RiskService risks,
        RiskForm forms,
        PartyChooser chooser,
        PeopleDirectory people,
        OrganisationSettings settings,
        PaperDownload papers) {

    private static final int MONTHS = 6;

    @GetMapping
    @Requires(RiskPermissions.READ)
    ModelAndView list(Words t) {
        LocalDate today = settings.today();
        return page(
                Form.blank()
                        .with(RiskForm.REVIEWED_ON.name(), today)
                        .with(RiskForm.REVIEW_ON.name(), today.plusMonths(MONTHS)),
                t);
    }

    /** The register on one sheet, for the board. */
    @GetMapping("/register.pdf")
    @Requires(RiskPermissions.READ)
    void sheet(Words t, HttpServletResponse response) throws IOException {
        papers.send(
                RiskSheetAssembler.assemble(
                        register(Form.blank(), t), settings.current().name(), t),
                t.say("risk.sheet.file"),
                PaperFormat.PDF,
                t,
                response);
    }

    private ModelAndView page(Form review, Words t) {
        return PageView.of("safety/risk/register", register(review, t));
    }

    private RiskPage register(Form review, Words t) {
        List<Risk> open = risks.findOpen();
        Map<PersonId, PersonName> owners = people.personNames(
                open.stream().map(Risk::owner).filter(Objects::nonNull).collect(Collectors.toSet()));
        boolean mayEdit = CurrentActor.get().may(RiskPermissions.EDIT);
        List<RiskRow> rows = new ArrayList<>();
        for (Risk risk : open) {
            PersonName owner = risk.owner() == null ? null : owners.get(risk.owner());
            rows.add(row(rows.size() + 1, risk, owner, mayEdit, t));
        }
        return new RiskPage(
                risks.findLastReview()
                        .map(each -> t.say("risk.reviewed", each.reviewedOn(), each.resolution()))
                        .orElse(t.say("risk.reviewed.never")),
                matrix(open, t),
                IntStream.rangeClosed(1, RiskScore.MOST)
                        .mapToObj(impact -> t.say("risk.impact", impact))
                        .toList(),
                rows,
                mayEdit,
                open.isEmpty() || !CurrentActor.get().may(RiskPermissions.REVIEW) ? null : review);
    }

    private static RiskRow row(int number, Risk risk, @Nullable PersonName owner, boolean mayEdit, Words t) {
        return new RiskRow(
                number,
                t.say(risk.threat().key()),
                risk.description(),
                risk.zone() == null ? risk.exposed() : risk.exposed() + " · " + risk.zone(),
                (owner == null ? t.say("risk.nobody") : owner.name())
                        + " · "
                        + t.say("risk.review-on", risk.reviewOn()),
                risk.measures(),
                risk.inherent().value(),
                risk.residual().value(),
                mayEdit ? RiskPage.LIST + "/" + risk.id() : null,
                risk.residual().band().tone(),
                t.say(risk.residual().band().key()));
    }

    private static List<MatrixRow> matrix(List<Risk> open, Words t) {
        List<MatrixRow> rows = new ArrayList<>();
        for (int likelihood = RiskScore.MOST; likelihood >= 1; likelihood--) {
            List<MatrixCell> cells = new ArrayList<>();
            for (int impact = 1; impact <= RiskScore.MOST; impact++) {
                RiskScore score = new RiskScore(likelihood, impact);
                RiskBand band = score.band();
                cells.add(new MatrixCell(
                        band.tone(),
                        t.say(band.key()),
                        numbers(open, score, Risk::inherent),
                        numbers(open, score, Risk::residual)));
            }
            rows.add(new MatrixRow(t.say("risk.likelihood", likelihood), cells));
        }
        return rows;
    }

    private static String numbers(List<Risk> open, RiskScore score, Function<Risk, RiskScore> which) {
        return IntStream.range(0, open.size())
                .filter(number -> which.apply(open.get(number)).equals(score))
                .mapToObj(number -> String.valueOf(number + 1))
                .collect(Collectors.joining(", "));
    }

    @GetMapping("/new")
    ModelAndView add(Words t) {
        return formPage(
                null,
                Form.blank().with(RiskForm.REVIEW_ON.name(), settings.today().plusMonths(MONTHS)),
                t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                forms::read,
                facts -> risks.create(facts),
                SeeOther.to(RiskPage.LIST).withNotice("risk.saved"),
                () -> formPage(null, form, t));
    }

    @GetMapping("/{id}")
    ModelAndView edit(@PathVariable RiskId id, Words t) {
        return formPage(id, RiskForm.fill(risks.findById(id)), t);
    }

    @PostMapping("/{id}")
    ModelAndView edit(@PathVariable RiskId id, Form form, Words t) {
        return form.submit(
                answers -> Map.entry(answers.version(), forms.read(answers)),
                input -> risks.update(id, input.getKey(), input.getValue()),
                SeeOther.to(RiskPage.LIST).withNotice("risk.saved"),
                () -> formPage(id, form, t));
    }

    @PostMapping("/{id}/close")
    ModelAndView close(@PathVariable RiskId id) {
        risks.close(id);
        return SeeOther.to(RiskPage.LIST).withNotice("risk.closed");
    }

    private record ReviewInput(LocalDate day, String resolution, LocalDate next) {}

    @PostMapping("/review")
    @Requires(RiskPermissions.REVIEW)
    ModelAndView review(Form form, Words t) {
        return form.submit(
                answers -> new ReviewInput(
                        answers.get(RiskForm.REVIEWED_ON),
                        answers.get(RiskForm.RESOLUTION),
                        answers.get(RiskForm.REVIEW_ON)),
                input -> risks.review(input.day(), input.resolution(), input.next()),
                SeeOther.to(RiskPage.LIST).withNotice("risk.review.done"),
                () -> page(form, t));
    }

    private ModelAndView formPage(@Nullable RiskId id, Form form, Words t) {
        String action = RiskPage.LIST + (id == null ? "/new" : "/" + id.value());
        return PageView.of(
                "safety/risk/risk-form",
                new RiskFormPage(
                        action,
                        id == null ? null : action + "/close",
                        form,
                        chooser.persons(form, RiskForm.OWNER, 1, List.of()),
                        options("risk.likelihood", t),
                        options("risk.impact", t)));
    }

    private static List<Option> options(String key, Words t) {
        return IntStream.rangeClosed(1, RiskScore.MOST)
                .mapToObj(number -> Option.of(number, t.say(key, number)))
                .toList();
    }

    @Bean
    static MenuEntry riskMenuEntry() {
        return MenuEntry.of("risk.menu", RiskPage.LIST).requiring(RiskPermissions.READ);
    }

    /** Risks in the global search. */
    @Bean
    static SearchSource riskSearch(RiskService risks) {
        return new SearchSource(
                "risk.menu",
                59,
                RiskPermissions.READ,
                "safety.risk",
                null,
                (query, limit, t) -> risks.findOpen().stream()
                        .filter(each -> each.mentions(query))
                        .limit(limit)
                        .map(each -> new SearchHit(
                                each.description(), t.say(each.threat().key()), RiskPage.LIST))
                        .toList());
    }

    /** Risks to review, for the person in charge. */
    @Bean
    static DueWorkSource riskDueWork() {
        return DueWorkSource.of(
                RiskPermissions.EDIT,
                """
                SELECT 'REVIEW' AS kind, id, id AS subject, review_on AS due_on, 'SET' AS day_kind, owner, 'OURS' AS place,
                       left(description, 100) AS title, NULL AS detail
                FROM safety.risk WHERE closed_on IS NULL
                """,
                (row, t) -> new DueWork(
                        "safety.risk/" + row.id(),
                        t.say("risk.due", Objects.requireNonNull(row.title())),
                        RiskPage.LIST + "/" + row.id(),
                        null));
    }
}
