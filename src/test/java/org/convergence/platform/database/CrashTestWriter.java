package org.convergence.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.convergence.platform.database.embedded.EmbeddedServer;

/** Writes row after row, and prints each number once the server has acknowledged it. */
public final class CrashTestWriter {

    private CrashTestWriter() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]), true);
        try (Connection connection = server.owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS public.written (number int PRIMARY KEY, filling text)");
        }
        for (int number = 0; ; ) {
            try (Connection connection = server.owner().connect();
                    var statement = connection.prepareStatement(
                            "INSERT INTO public.written VALUES (?, repeat('x', 2000)) ON CONFLICT DO NOTHING")) {
                for (; ; number++) {
                    statement.setInt(1, number);
                    statement.execute();
                    System.out.println(number);
                }
            } catch (SQLException e) {
                System.out.println("lost the server");
                Thread.sleep(200);
            }
        }
    }
}
