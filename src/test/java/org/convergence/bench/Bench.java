package org.convergence.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;

/**
 * Measures everything and writes {@code docs/performance.md}, or prints the parts named as arguments; exits with 1 if a
 * limit is not met.
 */
final class Bench {

    private static final int TENFOLD = 10;
    private static final Dataset FIFTY_YEARS = Dataset.ofOrganisation(50, 25_000, 5_000, 20_000);

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/bench")).toRealPath();
        BenchReport findings = new BenchReport();
        List<String> wanted = List.of(args);
        if (wanted.isEmpty() || !Set.of("people", "mail", "newsletter").containsAll(wanted)) {
            organisation(folder, wanted, findings);
        }
        if (wants(wanted, "people")) {
            new DirectoryBench(folder).measure(findings);
        }
        if (wants(wanted, "mail")) {
            new MailBench(folder.resolve("mail")).measure(findings);
        }
        if (wants(wanted, "newsletter")) {
            new NewsletterBench(folder.resolve("newsletter")).measure(findings);
        }
        if (wanted.isEmpty()) {
            findings.write(
                    Path.of("docs/performance.md"),
                    LocalDate.now(ZoneId.systemDefault()).toString());
        }
        System.exit(findings.isGood() ? 0 : 1);
    }

    private static void organisation(Path folder, List<String> wanted, BenchReport findings) throws Exception {
        try (BenchInstallation small = new BenchInstallation(folder.resolve("small"), FIFTY_YEARS)) {
            small.start();
            small.fill();
            if (wants(wanted, "start")) {
                new StartupBench(small, EmptyApplication.build(folder.resolve("empty"))).measure(findings);
            }
            HttpVisitor onSmall = small.signInCoordinator();
            if (wants(wanted, "memory")) {
                memory(small, findings);
            }
            if (wants(wanted, "import")) {
                preview(onSmall, findings);
            }
            if (wants(wanted, "calendar")) {
                new LargeCalendarBench(small, onSmall).measure(findings);
            }
            if (wants(wanted, "pages")) {
                pages(small, onSmall, folder.resolve("large"), findings);
            }
            if (wants(wanted, "throughput")) {
                new ThroughputBench(small, onSmall).measure(findings);
                new ThroughputBench(small, onSmall).measurePublic(findings);
            }
            if (wants(wanted, "dues")) {
                new DuesRunBench(small, onSmall).measure(findings);
            }
            if (wants(wanted, "report")) {
                report(small, onSmall, findings);
            }
        }
    }

    private static boolean wants(List<String> wanted, String part) {
        return wanted.isEmpty() || wanted.contains(part);
    }

    private static void pages(BenchInstallation small, HttpVisitor onSmall, Path folder, BenchReport findings)
            throws Exception {
        try (BenchInstallation large = new BenchInstallation(folder, FIFTY_YEARS.times(TENFOLD))) {
            large.start();
            large.fill();
            pages(new PageBench(small, large, findings), onSmall, large.signInCoordinator());
        }
    }

    private static void pages(PageBench pages, HttpVisitor onSmall, HttpVisitor onLarge) throws Exception {
        List<String> wanted = List.of(System.getProperty("bench.pages", "").split(",", -1));
        for (Map.Entry<String, PageBench.BenchPageAddress> page :
                BenchPages.all().entrySet()) {
            if (wanted.stream().anyMatch(page.getKey()::contains)) {
                pages.measure(page.getKey(), onSmall, onLarge, page.getValue());
            }
        }
    }

    private static void memory(BenchInstallation small, BenchReport findings) throws Exception {
        Thread.sleep(20_000);
        double application = ProcessMemory.of(small.program().handle());
        double server = ProcessHandle.of(small.database().processId())
                .filter(process -> small.program().handle().descendants().noneMatch(process::equals))
                .map(Bench::memoryOf)
                .orElse(0.0);
        double sum = application + server;
        findings.add(
                "memory at rest (PSS)",
                String.format(Locale.ROOT, "%.0f MB", sum),
                String.format(Locale.ROOT, "application %.0f, database %.0f", application, server),
                "< 450 MB",
                sum < 450);
    }

    private static double memoryOf(ProcessHandle process) {
        try {
            return ProcessMemory.of(process);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void preview(HttpVisitor visitor, BenchReport findings) throws Exception {
        byte[] plan = BenchInstallation.readPlan();
        MedianTimer.TimedWork work = () -> {
            Document form = visitor.read("/plan/reading");
            String token =
                    form.select("form[action=/plan/reading] input[name=_csrf]").val();
            var read = new MultipartUpload(Map.of("_csrf", token), "plan.txt", plan)
                    .send(visitor, "/plan/reading", Map.of());
            visitor.open(read.headers().firstValue("location").orElseThrow());
        };
        double time = MedianTimer.medians(5, 15, work).get(0);
        findings.add("preview of a plan to import", BenchReport.ms(time), "–", "< 1 s", time < 1_000);
    }

    private static void report(BenchInstallation small, HttpVisitor visitor, BenchReport findings) throws Exception {
        String pdf = "/api/v1/plans/" + BenchPages.lastReport(small.database(), "plan") + "/reports/annual.pdf";
        if (!visitor.exists(pdf)) {
            findings.addMissing("annual report of 500 realisations as PDF", "not there yet");
            return;
        }
        double time = MedianTimer.medians(3, 9, () -> visitor.open(pdf)).get(0);
        findings.add("annual report of 500 realisations as PDF", BenchReport.ms(time), "–", "< 3 s", time < 3_000);
    }
}
