package io.lodestone.local.demo;

import io.lodestone.evidence.certificate.TrustFile;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The main job from lots to a verified certificate, with a readable account of each part. */
final class MainJob {

    private final DemoSettings settings;
    private final PrintStream out;
    private final Api api;
    private final Journal setup;
    private final Journal job;
    private final Names names;
    private final Scenario scenario;

    MainJob(DemoSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        this.api = new Api(settings.data().resolve("tokens"));
        this.setup = Journal.open(settings.data().resolve("demo/setup.properties"));
        this.job = Journal.open(settings.data().resolve("demo/job.properties"));
        this.names = new Names(Preparation.parties(settings.data()), setup, job);
        this.scenario = Scenario.read(settings.scenarios().resolve("n42sh/job.json"));
    }

    void run() {
        heading(scenario.title());
        Chain chain = new Chain(
                api,
                Map.of(
                        "lot-registry",
                        settings.lotRegistry(),
                        "custody-service",
                        settings.custody(),
                        "certificate-service",
                        settings.certificates()),
                names,
                out);
        chain.say(scenario.setup(), setup);
        chain.say(scenario.job(), job);
        heading("Lots");
        new LotAccount(api, settings.lotRegistry(), names, out).show(scenario);
        heading("What does the shipment need?");
        Certifying certifying = new Certifying(api, settings.certificates(), names, out);
        certifying.outcomes(scenario);
        heading("Certificate");
        Certifying.Issued issued = certifying.certificate(scenario, job);
        String bundle = issued.bundle();
        String trust = Proofs.ok(api.open(settings.certificates() + "/trust")).body();
        Path folder = settings.out().orElse(settings.data().resolve("demo/out"));
        Proofs proofs = new Proofs(api, settings.custody(), folder);
        proofs.write("bundle.json", bundle);
        proofs.write("trust.json", trust);
        proofs.write("certificate.jwt", certifying.jwt(scenario));
        proofs.write("history.json", certifying.history(scenario, settings.custody()));
        proofs.log();
        if (settings.out().isPresent()) {
            proofs.receipts(chain.entered());
            proofs.receipts(List.of(issued.statement()));
        }
        verify(proofs.file("bundle.json"), proofs.file("trust.json"));
        heading("Tampering");
        Tampering.show(bundle.getBytes(StandardCharsets.UTF_8), TrustFile.read(utf8(trust)), out);
        out.println("\nFiles: " + folder);
        job.clear();
    }

    private void verify(Path bundle, Path trust) {
        OfflineVerifier verifier = new OfflineVerifier(settings.verifier());
        heading("Verification " + (verifier.isolated() ? "(no network: a namespace without interfaces)" : "(offline)"));
        OfflineVerifier.Report report = verifier.verify(bundle, trust);
        report.text().lines().forEach(line -> out.println("  " + line));
        if (report.exit() != 0) {
            throw new DemoFailure("the verifier ended with exit code " + report.exit());
        }
    }

    private void heading(String text) {
        out.println("\n" + text + "\n" + "-".repeat(text.length()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
