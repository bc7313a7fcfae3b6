export type Understanding =
  | { readonly intent: 'unsubscribe' }
  | { readonly intent: 'pause'; readonly from?: string; readonly until?: string; readonly open?: true }
  | { readonly intent: 'resume'; readonly on?: string }
  | { readonly intent: 'schedule'; readonly days?: string; readonly hour?: number; readonly zone?: string }
  | { readonly intent: 'skip' }
  | { readonly intent: 'resend'; readonly lesson?: number }
  | { readonly intent: 'status' }
  | { readonly intent: 'help'; readonly unsubscribeLink?: true }
  | { readonly intent: 'export' }
  | { readonly intent: 'delete' }
  | { readonly intent: 'clarify'; readonly because: string }
  | { readonly intent: 'none' };
export function understand(_text: string, _at: { now: string; zone: string; subject?: string; state?: string }): Understanding {
  return { intent: 'none' };
}
