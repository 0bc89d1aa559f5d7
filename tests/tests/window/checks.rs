//! What must hold on every screen.

use serde_json::Value;

use super::desktop::repository;
use super::driver::Window;

impl Window {
    /// Notes from now on whatever the content security policy refuses.
    pub(crate) async fn watch_the_policy(&self) {
        self.run(
            "globalThis.refused = [];
             addEventListener('securitypolicyviolation', (it) => refused.push(`${it.effectiveDirective} ${it.blockedURI}`));",
        )
        .await;
    }

    /// The policy refused nothing so far, and it does refuse what it should.
    pub(crate) async fn assert_the_policy_held(&self) {
        let refused = self.run("return refused.join('\\n')").await;
        assert_eq!(refused, "", "the content security policy refused something of ours");
        let caught = self
            .run_until_done(
                "addEventListener('securitypolicyviolation', (it) => done(it.effectiveDirective), { once: true });
                 const script = document.createElement('script');
                 script.textContent = 'globalThis.outside = true';
                 document.body.append(script);
                 script.remove();",
            )
            .await;
        assert_eq!(caught, "script-src-elem", "a script from outside must be refused");
        assert_eq!(
            self.run("refused.length = 0; return typeof globalThis.outside").await,
            "undefined"
        );
    }

    /// What axe-core finds, the size of targets included.
    pub(crate) async fn what_is_hard_to_use(&self) -> Vec<String> {
        let axe = repository().join("ui/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&axe).unwrap_or_else(|error| {
            panic!("{}: {error}. Fetch the packages first: cd ui && npm ci", axe.display())
        });
        if self.run("return typeof axe").await == "undefined" {
            self.run(&format!("{axe}\nglobalThis.axe = axe;")).await;
        }
        let found = self
            .run_until_done(
                "axe.run({ rules: { 'target-size': { enabled: true } } }).then(
                   ({ violations }) => done(violations.flatMap(({ id, nodes }) =>
                     nodes.map((node) => `${id}: ${node.html}\\n${node.failureSummary}`))),
                   (error) => done([String(error)]));",
            )
            .await;
        let Value::Array(found) = found else { panic!("axe gave {found}") };
        let mut found: Vec<String> =
            found.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        let wide = self.run("return document.documentElement.scrollWidth - innerWidth").await;
        if wide.as_i64().is_none_or(|wide| wide > 0) {
            found.push(format!("the page is {wide} pixels wider than the window"));
        }
        found
    }
}
