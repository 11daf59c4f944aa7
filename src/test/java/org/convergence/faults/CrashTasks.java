package org.convergence.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ChildProcess;
import org.convergence.testing.TestDatabase;

/** Tasks of a program that a test kills halfway: all at the same time, then each once more. */
public final class CrashTasks {

    /** The tasks stay blocked until the last is, longer than a page waits for a lock. */
    private static final String[] PATIENT = {
        "--convergence.database.pages.connection-init-sql=SET lock_timeout = '5min'",
        "--convergence.database.pages.data-source-properties.socketTimeout=300"
    };

    private CrashTasks() {}

    /** The options of the application in the program. */
    public static String[] options() {
        return PATIENT.clone();
    }

    /** Starts a program on the database of the test, without jobs. */
    public static ChildProcess start(
            Class<?> program, TestDatabase database, String keys, Path folder, String... arguments) throws IOException {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("PORT", "0");
        environment.put("CONVERGENCE_JOBS_ENABLED", "false");
        environment.put("CONVERGENCE_DATA_DIR", folder.toString());
        environment.put("CONVERGENCE_KEYS_DIR", Path.of(keys).toAbsolutePath().toString());
        environment.put("CONVERGENCE_ALLOWED_HOSTS", "localhost");
        return ChildProcess.start(program, environment, arguments);
    }

    /** Runs each task twice, and prints for each time whether it was done or refused. */
    public static void runTwice(Map<String, Runnable> tasks) throws InterruptedException {
        List<Thread> works = new ArrayList<>();
        tasks.forEach((name, task) -> works.add(new Thread(() -> runTwice(name, task))));
        works.forEach(Thread::start);
        for (Thread each : works) {
            each.join();
        }
        System.out.println("evening done");
    }

    private static void runTwice(String name, Runnable task) {
        for (String time : List.of("done", "done again")) {
            try {
                CurrentActor.runAs(Actor.system("a test"), task);
                System.out.println(name + " " + time);
            } catch (RuntimeException refused) {
                System.out.println(name + " refused: " + refused.getMessage());
            }
        }
    }
}
