package io.lodestone.local.demo;

import io.lodestone.local.demo.Api.Answer;
import io.lodestone.local.demo.Chain.Entered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The results as files, for anybody's tools: bundle, trust, checkpoint, and each statement's proof with its leaf. */
final class Proofs {

    private final Api api;
    private final String custody;
    private final Path folder;

    Proofs(Api api, String custody, Path folder) {
        this.api = api;
        this.custody = custody;
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DemoFailure("cannot make the folder " + folder);
        }
    }

    void write(String name, String text) {
        try {
            Files.write(file(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new DemoFailure("cannot write " + file(name));
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void log() {
        write("log.vkey", ok(api.open(custody + "/log.vkey")).body());
        write("checkpoint", ok(api.open(custody + "/checkpoint")).body());
    }

    /** Each statement's {@code .tlog-proof} and the bytes of its entry, which are the leaf. */
    void receipts(List<Entered> steps) {
        for (Entered step : steps) {
            String at = custody + "/statements/" + step.index();
            write(
                    step.step() + ".tlog-proof",
                    ok(api.await(step.as(), at + "/tlog-proof")).body());
            write(
                    step.step() + ".entry",
                    ok(api.await(step.as(), at + "/entry")).body());
        }
    }

    static Answer ok(Answer answer) {
        if (!answer.ok()) {
            throw new DemoFailure("a service answered " + answer.status() + "\n" + answer.body());
        }
        return answer;
    }
}
