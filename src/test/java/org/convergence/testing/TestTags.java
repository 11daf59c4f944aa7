package org.convergence.testing;

/** The tags by which {@code ./test} chooses tests. */
public final class TestTags {

    /** Needs the application, its database or another process; {@code ./test --fast} goes without. */
    public static final String INTEGRATION = "integration";

    /** Kills processes, runs several of them, or goes through pages for many seconds; only {@code ./test --all} runs it. */
    public static final String SLOW = "slow";

    private TestTags() {}

    /** Whether {@code ./test --all} runs: tests that try many values then take all of them. */
    public static boolean runsAll() {
        return "all".equals(System.getProperty("convergence.journeys"));
    }

    /** Refuses to start what {@code ./test --fast} goes without. */
    static void requireIntegration() {
        if (Boolean.getBoolean("convergence.fast")) {
            throw new IllegalStateException("A test that starts this is tagged TestTags.INTEGRATION");
        }
    }
}
