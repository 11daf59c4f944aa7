package org.convergence.platform.jobs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.KeysetValueType;
import org.convergence.platform.jobs.JobFormatter;
import org.convergence.platform.jobs.JobPermissions;
import org.convergence.platform.jobs.JobRunService;
import org.convergence.platform.jobs.JobView;
import org.convergence.platform.jobs.web.JobsPage.JobPage;
import org.convergence.platform.jobs.web.JobsPage.LongWorkPart;
import org.convergence.platform.shell.LongWorkStatus;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SettingsPageEntry;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Work that takes time: the list, each run with its bar, stop and resume. */
@Controller
@RequestMapping("/platform/jobs")
@Requires(JobPermissions.OWN)
record JobsController(JobRunService jobRunService, LongWorkStatus underway) {

    private static final int SHOWN = 30;

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable String after) {
        Keyset place = after == null
                ? null
                : Keyset.decode(after, KeysetValueType.INSTANT, KeysetValueType.ID)
                        .orElse(null);
        JobRunService.JobRunList leaf = jobRunService.findPage(place, SHOWN);
        Keyset next = leaf.next();
        return PageView.of(
                "platform/jobs/jobs",
                new JobsPage(
                        leaf.runs(), next == null ? null : "/platform/jobs?after=" + next.encode(), place != null));
    }

    /** The bar, requested again while the run goes on; at its end, the page around it is reloaded. */
    @GetMapping("/{run}")
    ModelAndView show(
            @PathVariable UUID run,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Words t,
            HttpServletResponse response) {
        JobView view = jobRunService.findById(run);
        if (part != null && !view.state().isActive()) {
            jobRunService.notifyAgain(run);
            response.setHeader("HX-Refresh", "true");
        }
        return PageView.pageOrFragment(
                "platform/jobs/job", "platform/jobs/bar", new JobPage(view, JobFormatter.progress(view, t)));
    }

    /** The frame's part, requested again while something runs. */
    @GetMapping("/underway")
    ModelAndView underway(Words t) {
        return PageView.fragment(
                "platform/jobs/underway", new LongWorkPart(underway.countRunning(), underway.ended(t)));
    }

    @PostMapping("/{run}/stop")
    ModelAndView stop(@PathVariable UUID run) {
        jobRunService.stop(run);
        return SeeOther.to("/platform/jobs/" + run).withNotice("jobs.stopping");
    }

    @PostMapping("/{run}/resume")
    ModelAndView resume(@PathVariable UUID run) {
        jobRunService.resume(run);
        return SeeOther.to("/platform/jobs/" + run).withNotice("jobs.resumed");
    }

    @Bean
    static SettingsPageEntry jobsEntry() {
        return SettingsPageEntry.of(60, "jobs.title", "/platform/jobs", JobPermissions.WATCH);
    }
}
