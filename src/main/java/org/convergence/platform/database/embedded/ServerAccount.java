package org.convergence.platform.database.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.database.DatabaseUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The system account under which PostgreSQL's programs run. They refuse root; if Convergence runs as root they run as
 * the owner of the data directory, else inside a user namespace of their own, else as {@code nobody}.
 */
record ServerAccount(List<String> prefix, String owner) {

    /** The first account that can run the programs and reach the data directory. */
    static ServerAccount choose(Path data, ServerPrograms programs) throws IOException {
        String me = System.getProperty("user.name", "");
        if (!"root".equals(me)) {
            return new ServerAccount(List.of(), me);
        }
        var candidates = new ArrayList<ServerAccount>();
        String owner = Files.getOwner(data).getName();
        if (!"root".equals(owner)) {
            candidates.add(as(owner));
        }
        candidates.add(new ServerAccount(List.of("unshare", "--user"), "root"));
        candidates.add(as("nobody"));
        for (ServerAccount candidate : candidates) {
            if (candidate.reaches(data, programs)) {
                return candidate;
            }
        }
        throw new DatabaseUnavailable(
                "PostgreSQL does not run as root, and no other account can reach " + data + ".",
                "Run Convergence as an ordinary user, or give the directory to one (chown -R USER " + data + ").");
    }

    /** The command that runs a program under this account. */
    List<String> command(List<String> program) {
        var command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /** Makes this account the owner of the server's files. */
    void takeOwnership(Path folder) throws IOException {
        UserPrincipal user =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        if (!Files.exists(folder) || Files.getOwner(folder).equals(user)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setOwner(file, user);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.setOwner(directory, user);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static ServerAccount as(String user) {
        return new ServerAccount(List.of("runuser", "-u", user, "--"), user);
    }

    private boolean reaches(Path data, ServerPrograms programs) {
        try {
            return ProgramRunner.succeeds(command(List.of(programs.path("postgres"), "--version")))
                    && ProgramRunner.succeeds(command(List.of("test", "-x", data.toString())));
        } catch (IOException e) {
            return false;
        }
    }
}
