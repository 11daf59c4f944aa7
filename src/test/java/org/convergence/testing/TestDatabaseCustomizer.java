package org.convergence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.FileSystemUtils;

/**
 * Gives each application of a test its own database. Jobs wait until the test runs them (see {@code JobTestRunner}).
 */
record TestDatabaseCustomizer() implements ContextCustomizer {

    /** Empty when the first application starts: an old backup would raise the warning that none was made since. */
    private static final Path DATA = emptied(Path.of("target", "test-data-" + TestDatabase.FORK));

    private static Path emptied(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
            return directory;
        } catch (IOException why) {
            throw new UncheckedIOException(why);
        }
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        TestDatabase database = TestDatabase.migrated();
        var sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource(
                "test database",
                Map.of(
                        "convergence.database.url", TestDatabase.address(database.application()),
                        "convergence.database.owner-url", TestDatabase.address(database.owner()))));
        sources.addFirst(new MapPropertySource(
                "test defaults",
                Map.of(
                        "spring.test.print-condition-evaluation-report",
                        "false",
                        "convergence.database.data-dir",
                        DATA.toString(),
                        // Nothing listens there: a test that reads mail sets the address.
                        "convergence.mailbox.url",
                        "imap://localhost:9?tls=never",
                        "convergence.mailbox.address",
                        "suivi@exemple.org",
                        // Allows a test's server by its name; tests of internal addresses use numeric ones.
                        "convergence.fetch.allowed-hosts",
                        "localhost")));
        sources.addLast(new MapPropertySource("test jobs", Map.of("convergence.jobs.enabled", "false")));
        context.getBeanFactory().registerSingleton("testDatabase", database);
    }

    /** Applies to every test with an application. */
    static final class Factory implements ContextCustomizerFactory {

        @Override
        public @Nullable ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            return new TestDatabaseCustomizer();
        }
    }
}
