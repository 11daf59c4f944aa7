package org.convergence.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.testing.RunningApplication;
import org.convergence.testing.SmallDisk;
import org.convergence.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledged uploads are stored once and complete, whatever process dies meanwhile. */
@Tag("slow")
class UploadFaultsTest {

    private static final String DOCUMENTS = "/api/v1/documents";

    @TempDir
    Path folder;

    @Test
    void killedApplicationLosesAndRepeatsNothing() throws Exception {
        Path link = TestDatabase.linkPrograms(folder);
        Senders senders = new Senders();
        try (var application = RunningApplication.start(folder, Map.of())) {
            senders.to(application);
            senders.await(5);
            application.kill();
        }
        try (var application = RunningApplication.start(folder, Map.of())) {
            senders.to(application);
            senders.await(senders.acknowledged() + 3);
            senders.stop();
            senders.assertAllIsThereOnce(application);
        }
        Files.delete(link);
    }

    @Test
    void killedDatabaseLosesAndRepeatsNothing() throws Exception {
        Path link = TestDatabase.linkPrograms(folder);
        Senders senders = new Senders();
        try (var application = RunningApplication.start(folder, Map.of())) {
            senders.to(application);
            senders.await(4);
            for (int time = 0; time < 2; time++) {
                application.killDatabase();
                senders.await(senders.acknowledged() + 3);
            }
            senders.stop();
            senders.assertAllIsThereOnce(application);
            assertThat(senders.refusals())
                    .as(String.join("\n", application.lines()))
                    .isSubsetOf(503);
        }
        Files.delete(link);
    }

    @Test
    void fullDiskLosesNothingAndRecovers() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder, 500)) {
            Path link = TestDatabase.linkPrograms(disk.path());
            Senders senders = new Senders();
            try (var application = RunningApplication.start(disk.path(), Map.of())) {
                senders.to(application);
                senders.await(3);
                Path ballast = disk.fill();
                Awaitility.await()
                        .atMost(RunningApplication.PATIENCE)
                        .until(() -> !senders.refusals().isEmpty());
                assertThat(application.isAlive()).isTrue();
                var health = application.get("/health");
                assertThat(health.statusCode()).isEqualTo(503);
                assertThat(new String(health.body(), StandardCharsets.UTF_8)).contains("\"diskSpace\":\"DOWN\"");
                Files.delete(ballast);
                application.awaitHealth();
                senders.await(senders.acknowledged() + 2);
                senders.stop();
                senders.assertAllIsThereOnce(application);
                assertThat(senders.refusals())
                        .as(String.join("\n", application.lines()))
                        .isSubsetOf(503, 507);
            }
            Files.delete(link);
        }
    }

    @Test
    void refusesHugeFileInLittleMemory() throws Exception {
        Path link = TestDatabase.linkPrograms(folder);
        try (var application = RunningApplication.start(folder, Map.of())) {
            assertThat(application
                            .upload(DOCUMENTS, null, "photo.jpg", SampleFiles.photograph(4000, 3000, 6))
                            .statusCode())
                    .isEqualTo(201);
            long before = application.peakMemory();
            for (int time = 0; time < 3; time++) {
                HttpResponse<byte[]> answer =
                        application.upload(DOCUMENTS, null, "film.pdf", 200 << 20, () -> blank(200 << 20));
                assertThat(answer.statusCode()).isEqualTo(413);
                assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Rien n’a été enregistré");
            }
            assertThat(application.peakMemory() - before)
                    .as("megabytes more, after %d", before)
                    .isLessThan(40);
            assertThat(application.queryColumn("SELECT count(*) FROM platform.document"))
                    .containsExactly("1");
        }
        Files.delete(link);
    }

    private static InputStream blank(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int most) {
                if (left <= 0) {
                    return -1;
                }
                int now = (int) Math.min(most, left);
                left -= now;
                return now;
            }
        };
    }

    /**
     * Sends files, several at a time, as careful programs do: an unacknowledged file is sent again under the same key,
     * until it is acknowledged.
     */
    private static final class Senders {

        private static final int AT_A_TIME = 3;
        private static final int FILE = 6_000_000;

        private final Map<String, byte[]> sent = new ConcurrentHashMap<>();
        private final AtomicReference<RunningApplication> to = new AtomicReference<>();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final Set<Integer> refusals = ConcurrentHashMap.newKeySet();
        private final List<Thread> threads = new ArrayList<>();

        int acknowledged() {
            return sent.size();
        }

        Set<Integer> refusals() {
            return refusals;
        }

        void to(RunningApplication application) {
            to.set(application);
            for (int seed = threads.size(); seed < AT_A_TIME; seed++) {
                Random random = new Random(seed);
                Thread thread = new Thread(() -> run(random), "sender " + seed);
                thread.setDaemon(true);
                threads.add(thread);
                thread.start();
            }
        }

        void await(int acknowledged) {
            Awaitility.await()
                    .atMost(RunningApplication.PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> acknowledged() >= acknowledged);
        }

        void stop() throws InterruptedException {
            stopped.set(true);
            for (Thread thread : threads) {
                thread.join(60_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }

        private void run(Random random) {
            while (!stopped.get()) {
                byte[] file = file(random);
                String key = Ids.next().toString();
                while (!send(key, file)) {
                    // Waits before trying again.
                    LockSupport.parkNanos(100_000_000);
                }
            }
        }

        private boolean send(String key, byte[] file) {
            try {
                HttpResponse<byte[]> answer =
                        Objects.requireNonNull(to.get()).upload(DOCUMENTS, key, "notes.txt", file);
                if (answer.statusCode() != 201) {
                    refusals.add(answer.statusCode());
                    return false;
                }
                String text = new String(answer.body(), StandardCharsets.UTF_8);
                sent.put(Json.parse(text).node().path("id").asString(), file);
                return true;
            } catch (IOException cut) {
                return false;
            }
        }

        /** Many chunks of text, all files different. */
        private static byte[] file(Random random) {
            byte[] letters = new byte[FILE];
            random.nextBytes(letters);
            for (int at = 0; at < letters.length; at++) {
                letters[at] = (byte) ('a' + (letters[at] & 15));
            }
            return letters;
        }

        void assertAllIsThereOnce(RunningApplication application) throws Exception {
            List<String> there = application.queryColumn("SELECT id FROM platform.document");
            assertThat(there).as("each file once").containsExactlyInAnyOrderElementsOf(sent.keySet());
            assertThat(application.queryColumn("SELECT DISTINCT document FROM platform.document_chunk"))
                    .as("no chunk without its document")
                    .containsExactlyInAnyOrderElementsOf(there);
            for (Map.Entry<String, byte[]> each : sent.entrySet()) {
                HttpResponse<byte[]> read = application.get(DOCUMENTS + "/" + each.getKey() + "/content");
                assertThat(read.statusCode()).isEqualTo(200);
                assertThat(read.body()).isEqualTo(each.getValue());
            }
        }
    }
}
