package org.convergence.platform.database.connection;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.convergence.platform.database.BackgroundWork;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Two connection pools: one for pages, whose statements must be short, and one for background work. Each sets its
 * time-outs when it opens a connection, so that a statement costs nothing more.
 */
public final class ConnectionPools extends AbstractDataSource implements AutoCloseable {

    private final HikariDataSource pages;
    private final HikariDataSource background;

    ConnectionPools(JdbcConnectionDetails address, Environment environment) {
        this.pages = pool(address, environment, "pages");
        this.background = pool(address, environment, "background");
    }

    /** Settings common to both pools, then those of this one. */
    private static HikariDataSource pool(JdbcConnectionDetails address, Environment environment, String name) {
        HikariDataSource pool = new HikariDataSource();
        Binder binder = Binder.get(environment);
        for (String prefix : new String[] {"spring.datasource.hikari", "convergence.database." + name}) {
            binder.bind(prefix, Bindable.ofInstance(pool));
        }
        pool.setPoolName(name);
        pool.setJdbcUrl(address.getJdbcUrl());
        pool.setUsername(address.getUsername());
        pool.setPassword(address.getPassword());
        return pool;
    }

    /** Closes every connection once it is returned, because the database was replaced. */
    public void evict() {
        Stream.of(pages, background)
                .filter(pool -> pool.getHikariPoolMXBean() != null)
                .forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (BackgroundWork.isCurrent() ? background : pages).getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException("both pools sign in as the application");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return super.isWrapperFor(type) || pages.isWrapperFor(type);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return super.isWrapperFor(type) ? super.unwrap(type) : pages.unwrap(type);
    }

    @Override
    public void close() {
        pages.close();
        background.close();
    }
}
