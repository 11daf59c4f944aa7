package org.convergence.plan.time.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.Capacity;
import org.convergence.plan.time.domain.CapacityQueries;
import org.convergence.plan.time.domain.ContractQueries;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.PaperDownload;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows the remaining capacity of the team, on screen and on one page for the board. */
@Controller
@RequestMapping("/plan/time/capacity")
@Requires(TimePermissions.READ)
record CapacityController(
        CapacityQueries capacityQueries,
        ContractQueries contracts,
        EmptyWeekAssembler funding,
        OrganisationSettings settings,
        PaperDownload papers) {

    private static final String ACTION = "/plan/actionplan/action/";

    /** Number of waiting candidates shown at first; the others are folded. */
    private static final int SHOWN = 10;

    @GetMapping
    ModelAndView show(Form form, Words t) {
        Capacity capacity = capacity(form);
        var words = new CapacityFormatter(capacity, t);
        return PageView.of(
                "plan/time/capacity",
                new CapacityPage(
                        TimeMenu.tabs("capacity", t),
                        words.sentence(),
                        supposed(capacity, t),
                        words.drawing(),
                        words.commitments(),
                        capacity.months().stream().map(words::month).toList(),
                        waits(capacity.waits().stream().limit(SHOWN), words),
                        waits(capacity.waits().stream().skip(SHOWN), words),
                        words.waits(),
                        words.notes(),
                        posts(t),
                        funding.assemble(capacity, t),
                        files(capacity),
                        form));
    }

    private static List<CapacityPage.PostponableRow> waits(
            Stream<Capacity.PostponableAction> waits, CapacityFormatter words) {
        return waits.map(wait -> new CapacityPage.PostponableRow(
                        wait.line().label(),
                        ACTION + wait.line().id().value(),
                        words.commitment(wait.line().commitment()),
                        words.freed(wait),
                        words.hours(wait.total())))
                .toList();
    }

    /** An assumption requires the permission to see contracts; without it, it is ignored. */
    private Capacity capacity(Form form) {
        Capacity.AssumedContractEnd supposed = CurrentActor.get().may(TimePermissions.KEEP)
                ? form.read(answers -> {
                            UUID post = answers.optionalId("post");
                            LocalDate end = answers.optionalDate("end");
                            return new AssumptionInput(post, end);
                        })
                        .supposed()
                : null;
        return supposed == null
                ? capacityQueries.forecast(CapacityQueries.MONTHS)
                : capacityQueries.forecastAssuming(CapacityQueries.MONTHS, supposed);
    }

    private record AssumptionInput(
            @Nullable UUID post, @Nullable LocalDate end) {

        Capacity.@Nullable AssumedContractEnd supposed() {
            return post == null || end == null ? null : new Capacity.AssumedContractEnd(post, end);
        }
    }

    private static @Nullable String supposed(Capacity capacity, Words t) {
        Capacity.AssumedContractEnd supposed = capacity.supposed();
        return supposed == null ? null : t.say("time.capacity.supposed", supposed.end());
    }

    private List<Option> posts(Words t) {
        if (!CurrentActor.get().may(TimePermissions.KEEP)) {
            return List.of();
        }
        LocalDate today = settings.today();
        return contracts.findAll().stream()
                .filter(each -> each.facts().to() == null || !each.facts().to().isBefore(today))
                .map(each -> new Option(
                        each.id().toString(),
                        each.person() + " · "
                                + t.say("time.source", each.facts().source().name()) + " · "
                                + t.period(each.facts().from(), each.facts().to())))
                .toList();
    }

    private static List<CapacityPage.CapacityFileLink> files(Capacity capacity) {
        Capacity.AssumedContractEnd supposed = capacity.supposed();
        String query = supposed == null ? "" : "?post=" + supposed.contract() + "&end=" + supposed.end();
        return PaperFormat.PAPERS.stream()
                .map(each -> new CapacityPage.CapacityFileLink(
                        each == PaperFormat.PDF ? "PDF" : "Word", "/plan/time/capacity/" + each.extension() + query))
                .toList();
    }

    @GetMapping("/{format}")
    void file(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        PaperFormat rendering = PaperFormat.findPaperFormat(format).orElseThrow(() -> new NotFound("format"));
        Capacity capacity = capacity(form);
        var paper =
                CapacityPaperAssembler.assemble(capacity, settings.current().name(), funding.assemble(capacity, t), t);
        papers.send(paper, Slug.of(paper.title()) + "-" + capacity.today(), rendering, t, response);
    }
}
