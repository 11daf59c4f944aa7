package org.convergence.platform.backup.web;

import java.nio.file.Path;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.backup.BackupDownloads;
import org.convergence.platform.backup.BackupPermissions;
import org.convergence.platform.backup.Backups;
import org.convergence.platform.jobs.JobBoard;
import org.convergence.platform.jobs.JobView;
import org.convergence.platform.jobs.JobWork;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.SettingsEntry;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page of backups. */
@Controller
@RequestMapping("/platform/backup")
@Requires(BackupPermissions.KEEP)
class BackupsController {

    private static final int TAKEN = 10;

    private final Backups backups;
    private final BackupDownloads downloads;
    private final JobBoard board;

    BackupsController(Backups backups, BackupDownloads downloads, JobBoard board) {
        this.backups = backups;
        this.downloads = downloads;
        this.board = board;
    }

    @GetMapping
    ModelAndView show(Words t) {
        JobView last = board.latest(Backups.KIND, 1).stream().findFirst().orElse(null);
        return Page.of(
                "platform/backup/backups",
                new BackupsPage(
                        backups.list(),
                        backups.concerns(),
                        backups.hour(),
                        backups.folder(),
                        backups.space(),
                        last != null && last.state().isActive() ? JobWork.of(last, t) : null,
                        downloads.latest(TAKEN),
                        CurrentActor.get().may(BackupPermissions.DOWNLOAD)));
    }

    @PostMapping
    ModelAndView make() {
        backups.make();
        return Go.to("/platform/backup").saying("backup.begun");
    }

    @PostMapping("/{name}/verify")
    ModelAndView verify(@PathVariable String name) {
        backups.verify(name);
        return Go.to("/platform/backup").saying("backup.verification_begun");
    }

    @GetMapping("/{name}/delete")
    ModelAndView askToDelete(@PathVariable String name) {
        return Page.of("platform/backup/delete", new DeletePage(backups.known(name), Form.blank()));
    }

    @PostMapping("/{name}/delete")
    ModelAndView delete(@PathVariable String name, Form form) {
        return form.submit(
                answers -> name,
                known -> {
                    backups.delete(known);
                    return Go.to("/platform/backup").saying("backup.deleted");
                },
                () -> Page.of("platform/backup/delete", new DeletePage(backups.known(name), form)));
    }

    /** A POST, so that no program that prefetches links downloads all the data. */
    @PostMapping("/{name}/download")
    @Requires(BackupPermissions.DOWNLOAD)
    ResponseEntity<Resource> download(@PathVariable String name) {
        Path file = downloads.take(name);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(String.valueOf(file.getFileName()))
                                .build()
                                .toString())
                .body(new FileSystemResource(file));
    }

    @Bean
    static SettingsEntry backupEntry() {
        return SettingsEntry.of(40, "backup.title", "/platform/backup", BackupPermissions.KEEP);
    }
}
