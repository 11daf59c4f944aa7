package org.convergence.platform.database.connection;

import javax.sql.DataSource;
import org.convergence.platform.database.BeforeMigrationHook;
import org.convergence.platform.database.DatabaseAddress;
import org.convergence.platform.database.DatabaseSchema;
import org.convergence.platform.database.DatabaseServer;
import org.convergence.platform.database.DatabaseUnavailable;
import org.convergence.platform.database.embedded.EmbeddedServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Starts the server, then migrates as the owner, then opens the pools as the application. The beans depend on one
 * another in this order, so that Spring stops the server last.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(DatabaseSettings settings) {
        if (settings.isExternal()) {
            return ExternalServer.of(settings);
        }
        return settings.join()
                ? EmbeddedServer.startOrJoin(settings.dataDir())
                : EmbeddedServer.start(settings.dataDir(), true);
    }

    @Bean
    JdbcConnectionDetails applicationConnection(DatabaseServer server) {
        return new ApplicationConnection(server.application());
    }

    @Bean(destroyMethod = "close")
    ConnectionPools dataSource(JdbcConnectionDetails applicationConnection, Environment environment) {
        return new ConnectionPools(applicationConnection, environment);
    }

    @Bean
    FlywayConnectionDetails ownerConnection(DatabaseServer server) {
        return new OwnerConnection(server.owner());
    }

    @Bean
    FlywayConfigurationCustomizer schema(DatabaseServer server) {
        return flyway -> DatabaseSchema.configure(flyway, server.application().user());
    }

    @Bean
    FlywayMigrationStrategy migrationStrategy(
            DatabaseServer server, ObjectProvider<BeforeMigrationHook> before, DatabaseSettings settings) {
        return new DatabaseMigration(server, before, settings.join());
    }

    @Bean
    ActorTransactionManager transactionManager(DataSource dataSource) {
        return new ActorTransactionManager(dataSource);
    }

    private record ApplicationConnection(DatabaseAddress address) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return address.url();
        }

        @Override
        public String getUsername() {
            return address.user();
        }

        @Override
        public String getPassword() {
            return address.password();
        }
    }

    private record OwnerConnection(DatabaseAddress address) implements FlywayConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return address.url();
        }

        @Override
        public String getUsername() {
            return address.user();
        }

        @Override
        public String getPassword() {
            return address.password();
        }
    }

    /** A PostgreSQL server that Convergence does not run. */
    private record ExternalServer(DatabaseAddress application, DatabaseAddress owner) implements DatabaseServer {

        static ExternalServer of(DatabaseSettings settings) {
            if (settings.ownerUrl().isBlank()) {
                throw new DatabaseUnavailable(
                        "CONVERGENCE_DATABASE_URL is set, but CONVERGENCE_DATABASE_OWNER_URL is not.",
                        "Give the address of a second role that owns the database: migrations run as the owner, and the"
                                + " application's role may own nothing.");
            }
            return new ExternalServer(
                    DatabaseAddress.parse("CONVERGENCE_DATABASE_URL", settings.url()),
                    DatabaseAddress.parse("CONVERGENCE_DATABASE_OWNER_URL", settings.ownerUrl()));
        }

        @Override
        public boolean isEmbedded() {
            return false;
        }

        @Override
        public boolean isJoined() {
            return false;
        }

        @Override
        public void close() {
            // An external server is not ours to stop.
        }
    }
}
