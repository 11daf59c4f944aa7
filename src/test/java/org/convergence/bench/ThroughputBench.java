package org.convergence.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Measures how many plan pages a second sixteen signed-in users get, and the cost of each. */
record ThroughputBench(BenchInstallation installation, HttpVisitor visitor) {

    private static final int CLIENTS = 16;
    private static final int SECONDS = 15;
    private static final int WARM_UP = 4_000;
    private static final double BAR = 200;
    private static final int PUBLIC_SECONDS = 8;
    private static final double PUBLIC_BAR = 1_000;
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    void measure(BenchReport findings) throws Exception {
        String page = BenchPages.plan(installation.database());
        int warm = 0;
        while (warm < WARM_UP) {
            warm += pages(page, SECONDS);
        }
        ProcessHandle database =
                ProcessHandle.of(installation.database().processId()).orElseThrow();
        double application = cpu(installation.program().handle());
        double server = cpu(database);
        int opened = pages(page, SECONDS);
        findings.add(
                "plan pages with 16 clients",
                String.format(Locale.ROOT, "%.0f a second", opened / (double) SECONDS),
                String.format(
                        Locale.ROOT,
                        "processor time of each: application %.1f ms, database %.1f ms",
                        (cpu(installation.program().handle()) - application) / opened,
                        (cpu(database) - server) / opened),
                "≥ 200 a second",
                opened / (double) SECONDS >= BAR);
    }

    /** Pages and feeds for everyone, each client from an address of its own, as visitors come. */
    void measurePublic(BenchReport findings) throws Exception {
        for (String page : List.of("/public/website", "/public/feeds/position.atom", "/public/feeds/all.json")) {
            int warm = 0;
            while (warm < WARM_UP) {
                warm += pages(page, 2);
            }
            double each = pages(page, PUBLIC_SECONDS) / (double) PUBLIC_SECONDS;
            findings.add(
                    page + " with 16 clients",
                    String.format(Locale.ROOT, "%.0f a second", each),
                    "–",
                    "≥ 1,000 a second",
                    each >= PUBLIC_BAR);
        }
    }

    /** The processor time of a process and its children, in milliseconds. */
    private static double cpu(ProcessHandle process) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(process), process.descendants())
                .mapToDouble(each -> each.info()
                        .totalCpuDuration()
                        .map(java.time.Duration::toMillis)
                        .orElse(0L))
                .sum();
    }

    private int pages(String page, int seconds) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            List<Callable<Integer>> works = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                InetAddress from = page.startsWith("/public/")
                        ? InetAddress.getByAddress(
                                new byte[] {127, 9, (byte) NETWORKS.incrementAndGet(), (byte) (1 + i)})
                        : null;
                works.add(() -> open(page, from, end));
            }
            int all = 0;
            for (Future<Integer> opened : clients.invokeAll(works)) {
                all += opened.get();
            }
            return all;
        } finally {
            clients.shutdownNow();
        }
    }

    private int open(String page, @Nullable InetAddress from, long end) throws IOException {
        int opened = 0;
        String cookies = from == null ? visitor.cookies() : "";
        try (KeepAliveClient client = new KeepAliveClient(installation.program().address(), page, cookies, from)) {
            while (System.nanoTime() < end) {
                client.open();
                opened++;
            }
        }
        return opened;
    }
}
