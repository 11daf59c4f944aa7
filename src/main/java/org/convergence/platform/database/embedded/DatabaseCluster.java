package org.convergence.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The cluster's files, created at the first start. A start killed while creating them begins again. */
record DatabaseCluster(DataDirectory data, ServerPrograms programs, ServerAccount account, boolean durable) {

    /** Creates missing files and gives the passwords that the server knows. */
    ServerPasswords prepare() throws IOException {
        ServerPasswords passwords = ServerPasswords.load(data.passwords());
        if (!Files.exists(data.cluster().resolve("PG_VERSION"))) {
            create(passwords);
        } else {
            data.requireReadableCluster();
            account.takeOwnership(data.cluster());
            if (passwords.isNew()) {
                replaceAdministratorsPassword(passwords);
            }
        }
        if (passwords.isNew()) {
            passwords.save(data.passwords());
        }
        return passwords;
    }

    private void create(ServerPasswords passwords) throws IOException {
        Path draft = data.root().resolve("postgres.new");
        FileSystemUtils.deleteRecursively(draft);
        Files.createDirectory(
                draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.takeOwnership(draft);
        Path secret = Files.createTempFile(data.root(), "postgres", ".secret");
        try {
            Files.writeString(secret, passwords.administrator());
            account.takeOwnership(secret);
            initialise(draft, secret);
        } finally {
            Files.delete(secret);
        }
        Files.move(draft, data.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialise(Path draft, Path secret) throws IOException {
        ProgramRunner.ProgramResult answer = initialise(draft, secret, "C.UTF-8");
        if (!answer.succeeded()) {
            answer = initialise(draft, secret, "C");
        }
        if (!answer.succeeded()) {
            throw new IOException("initdb: " + answer.text().strip());
        }
    }

    private ProgramRunner.ProgramResult initialise(Path draft, Path secret, String locale) throws IOException {
        var command = account.command(List.of(
                programs.path("initdb"),
                "--pgdata=" + draft,
                "--username=convergence_admin",
                "--auth=scram-sha-256",
                "--pwfile=" + secret,
                "--encoding=UTF8",
                "--locale=" + locale,
                "--locale-provider=icu",
                "--icu-locale=fr-CA",
                durable ? "--sync-method=fsync" : "--no-sync"));
        return ProgramRunner.run(command, "", Duration.ofMinutes(3));
    }

    /** The password file was lost: the server, run alone and without network, gets new ones. */
    private void replaceAdministratorsPassword(ServerPasswords passwords) throws IOException {
        ServerSettings.write(data.cluster(), 5432, true);
        account.takeOwnership(data.cluster());
        ProgramRunner.ProgramResult answer = ProgramRunner.run(
                account.command(List.of(
                        programs.path("postgres"),
                        "--single",
                        "-D",
                        data.cluster().toString(),
                        "postgres")),
                "ALTER ROLE convergence_admin PASSWORD '" + passwords.administrator() + "';\n",
                Duration.ofMinutes(2));
        if (!answer.succeeded()) {
            throw new IOException(
                    "the server accepts no new password: " + answer.text().strip());
        }
    }
}
