package org.convergence.testing;

import java.io.File;
import java.util.HashSet;
import java.util.Set;
import org.convergence.platform.database.DatabaseReplaced;
import org.convergence.platform.database.connection.ConnectionPools;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.util.FileSystemUtils;

/** Gives each test class a database as it is after the migrations, and each test the present time and real form tokens. */
public class FreshDatabaseListener extends AbstractTestExecutionListener {

    private static final Set<TestDatabase> USED = new HashSet<>();

    @Override
    public int getOrder() {
        return 100;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        var application = test.getApplicationContext();
        var database = application.getBeanProvider(TestDatabase.class).getIfAvailable();
        if (database != null && !USED.add(database)) {
            renew(application);
        }
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        test.getApplicationContext().getBeanProvider(CsrfCookies.class).ifAvailable(CsrfCookies::restore);
    }

    @Override
    public void afterTestMethod(TestContext test) {
        test.getApplicationContext().getBeanProvider(MovingClock.class).ifAvailable(MovingClock::reset);
        Chromium.closeWindows();
    }

    /** Resets an application's database to its state after the migrations, and deletes its backups. */
    public static void renew(ApplicationContext application) {
        application.getBean(TestDatabase.class).reset();
        String backups = application.getEnvironment().getRequiredProperty("convergence.backup.dir");
        FileSystemUtils.deleteRecursively(new File(backups));
        forget(application);
    }

    /** Makes an application forget what it knows of a database that was replaced. */
    static void forget(ApplicationContext application) {
        application.getBeanProvider(ConnectionPools.class).ifAvailable(ConnectionPools::evict);
        application.publishEvent(new DatabaseReplaced());
    }
}
