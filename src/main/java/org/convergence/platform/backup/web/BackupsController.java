package org.convergence.platform.backup.web;

import java.nio.file.Path;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.backup.BackupDownloadService;
import org.convergence.platform.backup.BackupPermissions;
import org.convergence.platform.backup.BackupService;
import org.convergence.platform.backup.web.BackupsPage.BackupDeletionPage;
import org.convergence.platform.jobs.JobFormatter;
import org.convergence.platform.jobs.JobRunQueries;
import org.convergence.platform.jobs.JobView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SettingsPageEntry;
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
record BackupsController(BackupService backups, BackupDownloadService downloads, JobRunQueries jobs) {

    private static final int TAKEN = 10;

    @GetMapping
    ModelAndView show(Words t) {
        JobView last =
                jobs.findLatest(BackupService.KIND, 1).stream().findFirst().orElse(null);
        return PageView.of(
                "platform/backup/backups",
                new BackupsPage(
                        backups.findAll(),
                        backups.findWarnings(),
                        backups.hour(),
                        backups.folder(),
                        backups.space(),
                        last != null && last.state().isActive() ? JobFormatter.progress(last, t) : null,
                        downloads.findLatest(TAKEN),
                        CurrentActor.get().may(BackupPermissions.DOWNLOAD)));
    }

    @PostMapping
    ModelAndView make() {
        backups.requestBackup();
        return SeeOther.to("/platform/backup").withNotice("backup.begun");
    }

    @PostMapping("/{name}/verify")
    ModelAndView verify(@PathVariable String name) {
        backups.requestVerification(name);
        return SeeOther.to("/platform/backup").withNotice("backup.verification_begun");
    }

    @GetMapping("/{name}/delete")
    ModelAndView askToDelete(@PathVariable String name) {
        return PageView.of("platform/backup/delete", new BackupDeletionPage(backups.findByName(name), Form.blank()));
    }

    @PostMapping("/{name}/delete")
    ModelAndView delete(@PathVariable String name, Form form) {
        return form.submit(
                answers -> name,
                known -> backups.delete(known),
                SeeOther.to("/platform/backup").withNotice("backup.deleted"),
                () -> PageView.of("platform/backup/delete", new BackupDeletionPage(backups.findByName(name), form)));
    }

    /** A POST, so that no program that prefetches links downloads all the data. */
    @PostMapping("/{name}/download")
    @Requires(BackupPermissions.DOWNLOAD)
    ResponseEntity<Resource> download(@PathVariable String name) {
        Path file = downloads.recordDownload(name);
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
    static SettingsPageEntry backupEntry() {
        return SettingsPageEntry.of(40, "backup.title", "/platform/backup", BackupPermissions.KEEP);
    }
}
