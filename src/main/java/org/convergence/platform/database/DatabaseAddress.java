package org.convergence.platform.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The URL and credentials of one role.
 *
 * @param url a {@code jdbc:postgresql:} address without credentials
 * @param user the role
 * @param password its password, empty where the server asks for none
 */
public record DatabaseAddress(String url, String user, String password) {

    /** For connections outside the pools: longer than any migration, backup or restore takes. */
    static final String TIME_OUT = "SET statement_timeout = '2h'";

    /**
     * Reads an address as administrators write it: {@code postgresql://user:password@host:port/name} or {@code
     * jdbc:postgresql://host:port/name?user=…&password=…}, with further parameters after the question mark.
     *
     * @throws DatabaseUnavailable if it names no database or no user
     */
    public static DatabaseAddress parse(String setting, String text) {
        String plain = text.strip().replaceFirst("^jdbc:", "").replaceFirst("^postgres:", "postgresql:");
        try {
            URI uri = new URI(plain);
            if (!"postgresql".equals(uri.getScheme())
                    || uri.getHost() == null
                    || uri.getPath().length() < 2) {
                throw unreadable(setting);
            }
            var parameters = new StringBuilder();
            String user = "";
            String password = "";
            if (uri.getRawUserInfo() != null) {
                String[] both = uri.getRawUserInfo().split(":", 2);
                user = decoded(both[0]);
                password = both.length == 2 ? decoded(both[1]) : "";
            }
            for (String parameter : (uri.getRawQuery() == null ? "" : uri.getRawQuery()).split("&", -1)) {
                if (parameter.startsWith("user=")) {
                    user = decoded(parameter.substring(5));
                } else if (parameter.startsWith("password=")) {
                    password = decoded(parameter.substring(9));
                } else if (!parameter.isEmpty()) {
                    parameters.append(parameters.isEmpty() ? '?' : '&').append(parameter);
                }
            }
            if (user.isEmpty()) {
                throw unreadable(setting);
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String url = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + parameters;
            return new DatabaseAddress(url, user, password);
        } catch (java.net.URISyntaxException e) {
            // The cause would carry the password into a log.
            throw unreadable(setting);
        }
    }

    /** The same role in another database of the same server. */
    public DatabaseAddress inDatabase(String name) {
        return new DatabaseAddress(url.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]+", "$1" + name), user, password);
    }

    public String database() {
        return url.replaceFirst("jdbc:postgresql://[^/]+/([^?]+).*", "$1");
    }

    /** A source of single connections, outside the pool. */
    public DataSource dataSource() {
        var source = new DriverManagerDataSource(url, user, password);
        var properties = new Properties();
        // Row values must not appear in messages, which are logged.
        properties.setProperty("logServerErrorDetail", "false");
        source.setConnectionProperties(properties);
        return source;
    }

    /** One connection, to be closed by the caller. A statement may take as long as a large backup, and no longer. */
    public Connection connect() throws SQLException {
        Connection connection = dataSource().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(TIME_OUT);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static DatabaseUnavailable unreadable(String setting) {
        return new DatabaseUnavailable(
                setting + " is not a PostgreSQL address with a user.",
                "Write it as postgresql://USER:PASSWORD@HOST:5432/NAME");
    }
}
